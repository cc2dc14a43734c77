import { REPORT_CLASSES, type ReportClass } from '@app/report-model';
import type { LogTable } from '../bayes/log-table.js';
import type { CueMatch } from '../cues/match-cues.js';
import type { Feature } from '../text/features.js';

/** One part of the score: the words, and what they add for each class (order of `REPORT_CLASSES`). */
export interface Contribution {
  readonly start: number;
  readonly end: number;
  readonly byClass: readonly number[];
}

export interface TextScore {
  /** Log-scores before the temperature, in the order of `REPORT_CLASSES`. Always finite. */
  readonly logScores: readonly number[];
  readonly contributions: readonly Contribution[];
}

/**
 * How far the number of known features is damped. Words of one text are not independent as Bayes assumes; with 0 a long
 * text would be certain of anything, with 1 its length would not count at all. Chosen on cross-validation.
 */
const DAMPING = 0.35;

/**
 * score(class) = log P(class) + n^-{@link DAMPING} * sum of log P(feature | class) over the n known features
 * + sum of the class's cue weights.
 */
export function scoreText(table: LogTable, features: readonly Feature[], cues: readonly CueMatch[]): TextScore {
  const logScores = [...table.priors];
  const known = features.flatMap(({ key, start, end }) => {
    const row = table.rows.get(key);
    return row === undefined ? [] : [{ row, start, end }];
  });
  const factor = Math.max(1, known.length) ** -DAMPING;
  const contributions: Contribution[] = known.map(({ row, start, end }) => ({
    start,
    end,
    byClass: REPORT_CLASSES.map((_, column) => (table.values[row + column] ?? 0) * factor),
  }));
  for (const { cue, start, end } of cues) {
    const column = REPORT_CLASSES.indexOf(cue.supports as ReportClass);
    if (column < 0) continue;
    const byClass = REPORT_CLASSES.map((_, index) => (index === column ? cue.weight : 0));
    contributions.push({ start, end, byClass });
  }
  for (const { byClass } of contributions) {
    byClass.forEach((value, column) => {
      logScores[column] = (logScores[column] ?? 0) + value;
    });
  }
  return { logScores, contributions };
}

/** Probabilities that sum to 1, whatever finite scores come in. */
export function softmax(logScores: readonly number[], temperature: number): number[] {
  const highest = Math.max(...logScores);
  const powers = logScores.map((score) => Math.exp((score - highest) / temperature));
  const sum = powers.reduce((total, power) => total + power, 0);
  return powers.map((power) => power / sum);
}
