import { describe, expect, it } from '@jest/globals';
import { dealByTheme } from './theme-folds.js';

const THEMES = ['roads', 'water', 'spam', 'health'].flatMap((theme) => [{ theme }, { theme }, { theme }]);

describe('dealByTheme', () => {
  it('never parts the texts of one theme', () => {
    const folds = dealByTheme(THEMES, 4, 1);
    for (let index = 0; index < folds.length; index += 3) {
      expect(new Set(folds.slice(index, index + 3)).size).toBe(1);
    }
    expect(new Set(folds)).toEqual(new Set([0, 1, 2, 3]));
  });

  it('deals single texts where there are fewer themes than folds', () => {
    const folds = dealByTheme([{}, {}, {}, {}, {}, {}], 3, 1);
    expect(folds.toSorted()).toEqual([0, 0, 1, 1, 2, 2]);
  });

  it('deals the same for the same seed', () => {
    expect(dealByTheme(THEMES, 2, 7)).toEqual(dealByTheme(THEMES, 2, 7));
  });
});
