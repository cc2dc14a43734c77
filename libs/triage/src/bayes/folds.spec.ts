import type { ReportClass } from '@app/report-model';
import { describe, expect, it } from '@jest/globals';
import { dealFolds } from './folds.js';

const LABELS: ReportClass[] = ['complaint', 'complaint', 'complaint', 'complaint', 'spam', 'spam'];
const EXAMPLES = LABELS.map((label) => ({ label }));

describe('dealFolds', () => {
  it('gives each fold its share of each class', () => {
    const folds = dealFolds(EXAMPLES, 2, 1);
    expect(folds.slice(0, 4).toSorted()).toEqual([0, 0, 1, 1]);
    expect(folds.slice(4).toSorted()).toEqual([0, 1]);
  });

  it('deals the same for the same seed and otherwise for another', () => {
    const many = Array.from({ length: 50 }, () => ({ label: 'other' as const }));
    expect(dealFolds(many, 5, 3)).toEqual(dealFolds(many, 5, 3));
    expect(dealFolds(many, 5, 3)).not.toEqual(dealFolds(many, 5, 4));
  });
});
