import type { ReportClass, ReportFlag } from '@app/report-model';

/** A text with what people say it is. A flag that is absent was not labelled and is not counted. */
export interface LabelledRow extends Partial<Readonly<Record<ReportFlag, boolean>>> {
  readonly text: string;
  readonly label: ReportClass;
}

/** Fractions from 0 to 1; 0 where the denominator is 0. */
export interface Figures {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
  /** Rows that truly are of the class (or carry the flag). */
  readonly support: number;
}

export interface EvaluationReport {
  readonly modelVersion: string;
  readonly rows: number;
  readonly classes: Readonly<Record<ReportClass, Figures>>;
  /** Mean F1 of the classes that occur in the rows. */
  readonly macroF1: number;
  readonly accuracy: number;
  /** Expected calibration error over ten bins of confidence of equal width. */
  readonly calibrationError: number;
  /** What is held back for a person, as a share of all rows, and how often the rest is right. */
  readonly unsure: { readonly share: number; readonly accuracyOfRest: number };
  /** Share of the rows that are not spam and were called spam. */
  readonly genuineCalledSpam: number;
  /** `confusion[truth][answer]`: number of rows. */
  readonly confusion: Readonly<Record<ReportClass, Readonly<Record<ReportClass, number>>>>;
  /** Only flags that at least one row was labelled with (true or false). */
  readonly flags: Readonly<Partial<Record<ReportFlag, Figures>>>;
}
