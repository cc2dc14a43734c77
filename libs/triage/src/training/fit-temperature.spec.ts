import { describe, expect, it } from '@jest/globals';
import { fitTemperature } from './fit-temperature.js';

/** Log-odds 4 for the first class claims 98 %. */
const scores = (right: number, wrong: number): { scores: number[]; truth: number }[] => [
  ...Array.from({ length: right }, () => ({ scores: [4, 0], truth: 0 })),
  ...Array.from({ length: wrong }, () => ({ scores: [4, 0], truth: 1 })),
];

describe('fitTemperature', () => {
  it('makes a classifier that is right three times in four claim just that', () => {
    // 4 / T = ln 3
    expect(fitTemperature(scores(75, 25))).toBeCloseTo(4 / Math.log(3), 1);
  });

  it('leaves a classifier alone that has nothing to learn from', () => {
    expect(fitTemperature([])).toBe(1);
  });
});
