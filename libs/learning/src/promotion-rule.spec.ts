import { REPORT_CLASSES, type ReportClass } from '@app/report-model';
import { describe, expect, it } from '@jest/globals';
import { isContradicted, worsenings, type ModelTest, type TestFigures } from './promotion-rule.js';

const figures = (
  f1: Partial<Record<ReportClass, number>>,
  { support = 40, urgent }: { support?: number; urgent?: number } = {},
): TestFigures => {
  const one = (value: number) => ({ precision: value, recall: value, f1: value, support });
  return {
    rows: 200,
    macroF1: 0.8,
    accuracy: 0.8,
    genuineCalledSpam: 0,
    classes: Object.fromEntries(
      REPORT_CLASSES.map((name) => [name, one(f1[name] ?? 0.8)]),
    ) as TestFigures['classes'],
    flags: urgent === undefined ? {} : { urgent: one(urgent) },
  };
};
const test = (current: TestFigures, candidate: TestFigures, set: ModelTest['set'] = 'corpus'): ModelTest => ({
  set,
  current,
  candidate,
});

describe('a candidate', () => {
  it('may be promoted while no class falls by more than the margin, whatever the others gain', () => {
    const before = figures({});
    expect(worsenings([test(before, figures({ aspiration: 0.78, spam: 0.95 }))], 0.02)).toEqual([]);
    expect(worsenings([test(before, figures({ aspiration: 0.77, spam: 0.95 }))], 0.02)).toEqual([
      { set: 'corpus', what: 'aspiration', from: 0.8, to: 0.77 },
    ]);
  });

  it('must hold on every set, and a flag counts as a class does', () => {
    const before = figures({}, { urgent: 0.9 });
    const tests = [
      test(before, figures({}, { urgent: 0.9 })),
      test(before, figures({ other: 0.5 }, { urgent: 0.6 }), 'corrections'),
    ];
    expect(worsenings(tests, 0.05).map(({ set, what }) => [set, what])).toEqual([
      ['corrections', 'other'],
      ['corrections', 'urgent'],
    ]);
  });

  it('is not judged by a handful of texts', () => {
    const few = { support: 4 };
    expect(worsenings([test(figures({}, few), figures({ spam: 0 }, few), 'corrections')], 0)).toEqual([]);
  });

  it('is contradicted when people side with the model in force, often enough', () => {
    expect(isContradicted({ candidateRight: 2, currentRight: 3 })).toBe(true);
    expect(isContradicted({ candidateRight: 3, currentRight: 3 })).toBe(false);
    expect(isContradicted({ candidateRight: 0, currentRight: 4 })).toBe(false);
  });
});
