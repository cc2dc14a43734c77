import { REPORT_CLASSES } from '@app/report-model';
import type { FeatureCounts } from './count-features.js';

/** Logarithms worked out once: P(class), and P(feature | class) in one flat table. */
export interface LogTable {
  readonly priors: readonly number[];
  /** First index of the feature's row in `values`. */
  readonly rows: ReadonlyMap<string, number>;
  readonly values: Float64Array;
}

const WIDTH = REPORT_CLASSES.length;

/**
 * The estimates from `natural`'s trained counts. Its own `getClassifications` is not used: it scans the whole vocabulary
 * for each text, multiplies plain probabilities, which become 0 on long texts, and divides
 * a feature's count by the number of *documents* of the class, which favours classes whose texts are long (complaints)
 * whatever the words. Here the count is divided by the class's sum of counts (multinomial Bayes).
 */
export function logTable(counts: FeatureCounts): LogTable {
  const rows = new Map<string, number>();
  const values = new Float64Array(counts.features.length * WIDTH);
  const sums = REPORT_CLASSES.map((_, column) =>
    counts.features.reduce((sum, [, documents]) => sum + (documents[column] ?? 0) + counts.smoothing, 0),
  );
  counts.features.forEach(([key, documents], index) => {
    rows.set(key, index * WIDTH);
    documents.forEach((number, column) => {
      values[index * WIDTH + column] = Math.log((number + counts.smoothing) / (sums[column] ?? 1));
    });
  });
  return { priors: counts.classTotals.map((total) => Math.log(total / counts.totalExamples)), rows, values };
}
