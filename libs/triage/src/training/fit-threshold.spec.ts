import { describe, expect, it } from '@jest/globals';
import { fitThreshold } from './fit-threshold.js';

const HELD_OUT = [
  { score: 3, truth: true },
  { score: 1, truth: false },
  { score: 0.5, truth: false },
  { score: -1, truth: true },
  { score: -3, truth: false },
];

describe('fitThreshold', () => {
  it('lets a cheap miss pass and catches a dear one', () => {
    const cheap = fitThreshold(HELD_OUT, 1);
    expect(cheap).toBeGreaterThan(1);
    expect(cheap).toBeLessThanOrEqual(3);
    const dear = fitThreshold(HELD_OUT, 5);
    expect(dear).toBeGreaterThan(-3);
    expect(dear).toBeLessThanOrEqual(-1);
  });

  it('asks for an even chance when no text carries the flag', () => {
    expect(fitThreshold([{ score: 2, truth: false }], 8)).toBe(0);
  });
});
