import { REPORT_CLASSES } from '@app/report-model';
import type { FeatureCounts } from './count-features.js';

/** Logarithms of `natural`'s estimates, worked out once: P(class), and P(feature | class) in one flat table. */
export interface LogTable {
  readonly priors: readonly number[];
  /** First index of the feature's row in `values`. */
  readonly rows: ReadonlyMap<string, number>;
  readonly values: Float64Array;
}

const WIDTH = REPORT_CLASSES.length;

/**
 * `natural`'s `getClassifications` scans its whole vocabulary for each text (about 1,000 texts a second) and multiplies
 * plain probabilities, which become 0 on long texts. The estimates here are the same, (documents + smoothing) /
 * (documents of the class + 1); only the sum is ours. A unit test holds the two together.
 */
export function logTable(counts: FeatureCounts): LogTable {
  const rows = new Map<string, number>();
  const values = new Float64Array(counts.features.length * WIDTH);
  const totals = counts.classTotals.map((_, c) => counts.features.reduce((sum, [, d]) => sum + (d[c] ?? 0) + counts.smoothing, 0));
  counts.features.forEach(([key, documents], index) => {
    rows.set(key, index * WIDTH);
    documents.forEach((number, column) => {
      values[index * WIDTH + column] = Math.log(
        (number + counts.smoothing) / (totals[column] ?? 1),
      );
    });
  });
  return { priors: counts.classTotals.map((total) => Math.log(total / counts.totalExamples)), rows, values };
}
