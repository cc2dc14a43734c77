import { REPORT_CLASSES, REPORT_FLAGS, type ReportClass, type ReportFlag } from '@app/report-model';
import type { Figures } from '@app/triage';

/** How one model did on texts that it had not learnt from. */
export interface TestFigures {
  readonly rows: number;
  readonly macroF1: number;
  readonly accuracy: number;
  /** Share of the texts that are no spam and were called spam. */
  readonly genuineCalledSpam: number;
  readonly classes: Readonly<Record<ReportClass, Figures>>;
  /** Only flags that texts were labelled with. */
  readonly flags: Readonly<Partial<Record<ReportFlag, Figures>>>;
}

export const TEST_SETS = ['corpus', 'corrections'] as const;
/** `corpus`: themes that were held out; `corrections`: decisions of people that no model learns from. */
export type TestSet = (typeof TEST_SETS)[number];

export interface ModelTest {
  readonly set: TestSet;
  readonly candidate: TestFigures;
  readonly current: TestFigures;
}

export interface Worsening {
  readonly set: TestSet;
  readonly what: ReportClass | ReportFlag;
  /** F1 of the model in force, and of the candidate. */
  readonly from: number;
  readonly to: number;
}

/** With fewer texts of a class one text decides, which says nothing of the model. */
export const LEAST_SUPPORT = 5;
const ROUNDING = 1e-9;

/**
 * What keeps a candidate from being promoted: every class and flag whose F1 fell by more than `margin` on one of the
 * sets. What has fewer than {@link LEAST_SUPPORT} texts in a set is not judged there.
 */
export function worsenings(tests: readonly ModelTest[], margin: number): Worsening[] {
  return tests.flatMap(({ set, candidate, current }) => {
    const judge = (what: ReportClass | ReportFlag, before: Figures, after: Figures): Worsening[] =>
      before.support >= LEAST_SUPPORT && before.f1 - after.f1 > margin + ROUNDING
        ? [{ set, what, from: before.f1, to: after.f1 }]
        : [];
    return [
      ...REPORT_CLASSES.flatMap((name) => judge(name, current.classes[name], candidate.classes[name])),
      ...REPORT_FLAGS.flatMap((flag) => {
        const [before, after] = [current.flags[flag], candidate.flags[flag]];
        return before && after ? judge(flag, before, after) : [];
      }),
    ];
  });
}

/** Reports on whose class the models differed in the shadow and that people have decided since: who was right. */
export interface ShadowVerdict {
  readonly candidateRight: number;
  readonly currentRight: number;
}

/** Whether people sided with the model in force: more often than not, and often enough to say so. */
export function isContradicted({ candidateRight, currentRight }: ShadowVerdict): boolean {
  return candidateRight + currentRight >= LEAST_SUPPORT && currentRight > candidateRight;
}
