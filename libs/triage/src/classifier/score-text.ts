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
 * text would be certain of anything, with 1 its length would not count at all. A compromise: five-fold
 * cross-validation of the corpus, whose texts are short, prefers 0.2 (macro-F1 0.822 against 0.809), the longer real
 * messages kept for development prefer 0.35 (0.707 against 0.665). Neither figure is a held-out test of this value.
 */
const DAMPING = 0.35;

/** A grievance said in words at least this strong makes a question or a wish beside it rhetorical ... */
const GRIEVANCE = 1.5;
/** ... and leaves this part of the cues of questions and wishes. */
const BESIDE_GRIEVANCE = 0.5;

/**
 * score(class) = log P(class) + n^-{@link DAMPING} * sum of log P(feature | class) over the n known features
 * + sum of the class's cue weights, where cues of `information` and `aspiration` count half beside a grievance ("kapan
 * diperbaiki?" asks for repair, not for a date).
 */
export function scoreText(
  table: LogTable,
  features: readonly Feature[],
  cues: readonly CueMatch[],
): TextScore {
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
  const hasGrievance = cues.some(({ cue }) => cue.supports === 'complaint' && cue.weight >= GRIEVANCE);
  for (const { cue, start, end } of cues) {
    const column = REPORT_CLASSES.indexOf(cue.supports as ReportClass);
    if (column < 0) continue;
    const isRhetorical = hasGrievance && (cue.supports === 'information' || cue.supports === 'aspiration');
    const weight = isRhetorical ? cue.weight * BESIDE_GRIEVANCE : cue.weight;
    const byClass = REPORT_CLASSES.map((_, index) => (index === column ? weight : 0));
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
