import { createHash } from 'node:crypto';
import { REPORT_CLASSES, REPORT_FLAGS, type ReportClass, type ReportFlag } from '@app/report-model';
import { CLASS_CUES } from '../cues/class-cues.js';
import { FLAG_CUES } from '../cues/flag-cues.js';
import { SHIPPED_LEXICON } from '../lexicon/lexicon.js';
import { CLASS_HEADS, HEADS } from '../linear/heads.js';
import { CONCEPTS } from '../linear/concepts.js';
import { TUNING } from '../linear/tuning.js';
import { formatModel } from '../linear/triage-model.js';
import { fitTemperature } from './fit-temperature.js';
import { fitThreshold } from './fit-threshold.js';
import { fitWeights, type FitExample } from './fit-weights.js';
import { FRAMES, guisesOf } from './guises.js';
import { HARD_THEMES } from './hard-themes.js';
import { dealByTheme } from './theme-folds.js';
import { scoreVector, vectorise } from './vectorise.js';

export interface TrainingExample extends Partial<Readonly<Record<ReportFlag, boolean>>> {
  readonly text: string;
  readonly label: ReportClass;
  /** Which texts were written together; calibration holds whole themes out. */
  readonly theme?: string;
  /** A decision on a message that came in by itself: it counts as often as such messages come. */
  readonly isObserved?: boolean;
}

export interface TrainingOptions {
  /** Decides the order in which texts are shown and how themes are dealt. */
  readonly seed?: number;
  readonly folds?: number;
  /** First part of the model's version. */
  readonly release?: string;
}

const DEFAULTS = { seed: 20261101, folds: 5, release: 'linear-2026-11' };
const FIT = {
  epochs: 20,
  rate: 0.3,
  shrink: 0.02,
  minDocuments: 2,
  damping: 1,
  dropout: 0.5,
  wordless: 0.3,
  disguise: 0.6,
};
/**
 * How much each class counts, in hundredths: near the shares of what citizens write, as in the development rows, aspirations
 * nearly twice as much, since they are rare and easily taken for complaints. The corpus holds hard and rare kinds more
 * often; its texts count so much that the classes come to these shares.
 */
const SHARES: Readonly<Record<ReportClass, number>> = {
  complaint: 37,
  aspiration: 9,
  information: 26,
  other: 13,
  spam: 15,
};
const HARD_WEIGHT = 0.3;
/**
 * What real messages cost in certainty against texts written at a desk, beyond what held-out themes show; taken from the
 * development rows, like the shares. Real messages differ in it: one set fits best at 1.2, another, larger one at 1.0.
 */
const DOMAIN_SHIFT = 1.1;
/** The order in which texts are shown leaves its mark on the weights; the mean over several orders does so less. */
const RUNS = 6;
/** In a small corpus every word counts. */
const ENOUGH_TO_PRUNE = 500;
/** A missed urgent report may cost a life, a missed allegation a scandal; a false alarm costs an officer's glance. */
const MISS_COST: Readonly<Record<ReportFlag, number>> = { supervisory: 15, publicRecord: 3, urgent: 20 };
/** A report routed wrongly costs about this many looks at an unsure one. */
const WRONG_ROUTE_COST = 3;

/**
 * Trains on labelled texts and returns the model file. Deterministic: the same examples in any order, options and code
 * give the same file.
 * @throws RangeError when there are fewer examples than folds.
 */
export function trainModel(examples: readonly TrainingExample[], options: TrainingOptions = {}): Uint8Array {
  const settings = { ...DEFAULTS, ...options };
  if (examples.length < settings.folds) throw new RangeError('Fewer examples than folds');
  const sorted = inOrder(examples);
  const guises = guisesOf(sorted, settings.seed);
  const read = sorted.map((example, index): FitExample => ({
    vector: vectorise(example.text),
    guises: (guises[index] ?? []).map(vectorise),
    label: REPORT_CLASSES.indexOf(example.label),
    isObserved: example.isObserved ?? false,
    weight: HARD_THEMES.has(themeName(example)) ? HARD_WEIGHT : 1,
    flags: REPORT_FLAGS.map((flag) => example[flag]),
  }));
  const fit = (part: readonly FitExample[], seed = settings.seed): Float32Array =>
    fitWeights(part, {
      ...FIT,
      minDocuments: read.length < ENOUGH_TO_PRUNE ? 1 : FIT.minDocuments,
      shares: REPORT_CLASSES.map((name) => SHARES[name] / 100),
      flags: HEADS - CLASS_HEADS,
      seed,
    });
  const foldOf = dealByTheme(sorted, settings.folds, settings.seed);
  const heldOut = heldOutScores(read, foldOf, settings.folds, fit);
  return formatModel({
    modelVersion: versionOf(examples, options),
    temperature: shifted(
      fitTemperature(
        read.map(({ label }, index) => ({
          scores: heldOut[index]?.slice(0, CLASS_HEADS) ?? [],
          truth: label,
        })),
      ),
    ),
    unsureBelow: Math.round((1 - 1 / WRONG_ROUTE_COST) * 100) / 100,
    flagThresholds: REPORT_FLAGS.map((flag, column) =>
      fitThreshold(
        read.flatMap(({ flags }, index) => {
          const truth = flags[column];
          return truth === undefined ? [] : [{ truth, score: heldOut[index]?.[CLASS_HEADS + column] ?? 0 }];
        }),
        MISS_COST[flag],
      ),
    ),
    dense: meanOf(RUNS, (run) => fit(read, settings.seed + run)),
  });
}

/** The mean of several tables of weights. */
function meanOf(runs: number, tableOf: (run: number) => Float32Array): Float32Array {
  const mean = tableOf(0).map((weight) => weight / runs);
  for (let run = 1; run < runs; run++) {
    tableOf(run).forEach((weight, index) => {
      mean[index] = (mean[index] ?? 0) + weight / runs;
    });
  }
  return mean;
}

const shifted = (temperature: number): number => Math.round(temperature * DOMAIN_SHIFT * 100) / 100;

/** Scores each example by a model that was trained without its fold. */
function heldOutScores(
  read: readonly FitExample[],
  foldOf: readonly number[],
  folds: number,
  fit: (part: readonly FitExample[]) => Float32Array,
): number[][] {
  const scores: number[][] = read.map(() => []);
  for (let fold = 0; fold < folds; fold++) {
    const weights = fit(read.filter((_, index) => foldOf[index] !== fold));
    read.forEach(({ vector }, index) => {
      if (foldOf[index] === fold) scores[index] = scoreVector(vector, weights);
    });
  }
  return scores;
}

/** The version that `trainModel` gives its file: a release and a hash of all that goes in. Needs no training. */
export function versionOf(examples: readonly TrainingExample[], options: TrainingOptions = {}): string {
  const { release, ...settings } = { ...DEFAULTS, ...options };
  const sorted = inOrder(examples);
  const rows = sorted.map((row) => [
    row.text,
    row.label,
    row.theme,
    ...REPORT_FLAGS.map((flag) => row[flag]),
  ]);
  const source = JSON.stringify([
    rows,
    settings,
    FIT,
    SHARES,
    HARD_WEIGHT,
    [...HARD_THEMES],
    DOMAIN_SHIFT,
    RUNS,
    TUNING,
    MISS_COST,
    WRONG_ROUTE_COST,
    CLASS_CUES,
    FLAG_CUES,
    CONCEPTS,
    FRAMES,
    [...SHIPPED_LEXICON],
  ]);
  return `${release}-${createHash('sha256').update(source).digest('hex').slice(0, 8)}`;
}

const themeName = ({ theme = '' }: TrainingExample): string => theme.replace(/\.jsonl$/u, '');

const inOrder = (examples: readonly TrainingExample[]): TrainingExample[] =>
  examples.toSorted((a, b) => compare(a.text, b.text) || compare(a.label, b.label));
const compare = (a: string, b: string): number => (a === b ? 0 : a < b ? -1 : 1);
