import { describe, expect, it } from '@jest/globals';
import { districtAt } from './district-at.js';
import type { Position } from './read-outline.js';

const square = (west: number, south: number, size: number): Position[] => [
  [west, south],
  [west + size, south],
  [west + size, south + size],
  [west, south + size],
  [west, south],
];
const SHAPES = [
  { code: null, name: 'Hutan', polygons: [[square(110, 0, 1)]] },
  { code: '64.08.04', name: 'Sangatta', polygons: [[square(117, 0, 1), square(117.4, 0.4, 0.2)]] },
  { code: '64.08.09', name: 'Bengalon', polygons: [[square(118, 0, 1)], [square(120, 2, 0.5)]] },
];
const at = (longitude: number, latitude: number) => districtAt(SHAPES, { longitude, latitude });

describe('districtAt', () => {
  it('finds the district in which a point lies, on its islands as well', () => {
    expect(at(117.1, 0.5)).toBe('64.08.04');
    expect(at(118.5, 0.9)).toBe('64.08.09');
    expect(at(120.1, 2.1)).toBe('64.08.09');
  });

  it('finds none in a hole, outside, and in a shape that is no district', () => {
    expect(at(117.5, 0.5)).toBeNull();
    expect(at(119.5, 0.5)).toBeNull();
    expect(at(110.5, 0.5)).toBeNull();
  });

  it('puts a point on a common border into one district', () => {
    expect(at(118, 0.5)).toBe('64.08.09');
  });
});
