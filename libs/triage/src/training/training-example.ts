import type { ReportClass, ReportFlag } from '@app/report-model';

export interface TrainingExample extends Partial<Readonly<Record<ReportFlag, boolean>>> {
  readonly text: string;
  readonly label: ReportClass;
  /** Which texts were written together; calibration holds whole themes out. */
  readonly theme?: string;
  /** A decision on a message that came in by itself: it counts as often as such messages come. */
  readonly isObserved?: boolean;
}

/** Always in the same order, so that what is learnt does not depend on the order of the files. */
export const inOrder = (examples: readonly TrainingExample[]): TrainingExample[] =>
  examples.toSorted((a, b) => compare(a.text, b.text) || compare(a.label, b.label));
const compare = (a: string, b: string): number => (a === b ? 0 : a < b ? -1 : 1);
