import { REPORT_CLASSES } from '@app/report-model';
import { describe, expect, it } from '@jest/globals';
import { countFeatures, trainNatural, type CountedExample } from './count-features.js';

const EXAMPLES: CountedExample[] = [
  { features: ['rusak', 'jalan', 'jalan rusak'], label: 'complaint' },
  { features: ['rusak', 'lampu', 'lampu rusak'], label: 'complaint' },
  { features: ['syarat', 'ktp'], label: 'information' },
  { features: ['constructor', 'ktp'], label: 'spam' },
];

describe('countFeatures', () => {
  it("reads from natural's trained model in how many texts of each class a feature stands", () => {
    const { features, classTotals, totalExamples } = countFeatures(EXAMPLES, 0.5, 2);
    expect(Object.fromEntries(features)).toEqual({
      constructor: [0, 0, 0, 0, 1],
      jalan: [1, 0, 0, 0, 0],
      ktp: [0, 0, 1, 0, 1],
      lampu: [1, 0, 0, 0, 0],
      rusak: [2, 0, 0, 0, 0],
      syarat: [0, 0, 1, 0, 0],
    });
    expect({ classTotals, totalExamples }).toEqual({ classTotals: [3, 1, 2, 1, 2], totalExamples: 5 });
  });

  it("gives natural's own probabilities when put into its formula", () => {
    const { features, classTotals, totalExamples, smoothing } = countFeatures(EXAMPLES, 0.5, 2);
    const counts = Object.fromEntries(features);
    for (const { label, value } of trainNatural(EXAMPLES, 0.5, 2).getClassifications(['rusak', 'ktp'])) {
      const column = REPORT_CLASSES.findIndex((name) => name === label);
      const total = classTotals[column] ?? 0;
      const product = ['rusak', 'ktp']
        .map((key) => ((counts[key]?.[column] ?? 0) + smoothing) / total)
        .reduce((left, right) => left * right, total / totalExamples);
      expect(value).toBeCloseTo(product, 12);
    }
  });
});
