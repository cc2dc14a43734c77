import { NO_FLAGS, type Classification, type ReportClass } from '@app/report-model';
import { describe, expect, it } from '@jest/globals';
import type { Classifier } from '../classifier/create-classifier.js';
import { evaluateClassifier } from './evaluate-classifier.js';
import type { LabelledRow } from './evaluation-report.js';

const scores = { complaint: 0, aspiration: 0, information: 0, other: 0, spam: 0 };

/** Answers what the text says: "spam 0.9 urgent". */
const obedient: Classifier = {
  modelVersion: 'obedient',
  classify(text): Classification {
    const [label, confidence, flag] = text.split(' ');
    const flags = { ...NO_FLAGS, urgent: flag === 'urgent' };
    return {
      label: label as ReportClass,
      confidence: Number(confidence),
      scores,
      secondary: null,
      unsure: Number(confidence) < 0.9,
      flags,
      evidence: [],
    };
  },
};

const ROWS: LabelledRow[] = [
  { text: 'complaint 0.95', label: 'complaint', urgent: true },
  { text: 'complaint 0.95 urgent', label: 'complaint', urgent: true },
  { text: 'complaint 0.85 urgent', label: 'information', urgent: false },
  { text: 'information 0.55', label: 'information' },
  { text: 'other 1', label: 'complaint', urgent: false },
];

describe('evaluateClassifier', () => {
  const report = evaluateClassifier(obedient, ROWS);

  it('counts precision, recall and F1 per class', () => {
    expect(report.classes.complaint).toEqual({ precision: 2 / 3, recall: 2 / 3, f1: 4 / 6, support: 3 });
    expect(report.classes.information).toEqual({ precision: 1, recall: 0.5, f1: 2 / 3, support: 2 });
    expect(report.classes.other).toEqual({ precision: 0, recall: 0, f1: 0, support: 0 });
  });

  it('averages F1 over the classes that occur', () => {
    expect(report.macroF1).toBeCloseTo(2 / 3, 12);
    expect(report.accuracy).toBeCloseTo(3 / 5, 12);
  });

  it('measures how far confidence is from being right, bin by bin', () => {
    // [0.9, 1]: claims 0.95 + 0.95 + 1 = 2.9, right 2; [0.8, 0.9): claims 0.85, right 0; [0.5, 0.6): claims 0.55, right 1
    expect(report.calibrationError).toBeCloseTo((0.9 + 0.85 + 0.45) / 5, 12);
  });

  it('tells how much is left to a person and how right the rest is', () => {
    expect(report.unsure).toEqual({ share: 2 / 5, accuracyOfRest: 2 / 3 });
  });

  it('tells how many genuine reports went to spam', () => {
    const rows: LabelledRow[] = [
      { text: 'spam 1', label: 'complaint' },
      { text: 'spam 1', label: 'spam' },
      { text: 'other 1', label: 'other' },
    ];
    expect(evaluateClassifier(obedient, rows).genuineCalledSpam).toBe(1 / 2);
  });

  it('tells which class was taken for which', () => {
    expect(report.confusion.complaint).toEqual({ ...scores, complaint: 2, other: 1 });
    expect(report.confusion.information).toEqual({ ...scores, complaint: 1, information: 1 });
  });

  it('judges a flag only on rows that were labelled with it', () => {
    expect(report.flags).toEqual({ urgent: { precision: 0.5, recall: 0.5, f1: 0.5, support: 2 } });
  });

  it('gives zeros, not NaN, for no rows', () => {
    const { macroF1, accuracy, calibrationError } = evaluateClassifier(obedient, []);
    expect([macroF1, accuracy, calibrationError]).toEqual([0, 0, 0]);
  });
});
