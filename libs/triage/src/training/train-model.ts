import { REPORT_CLASSES, REPORT_FLAGS } from '@app/report-model';
import { CLASS_HEADS, HEADS } from '../linear/heads.js';
import { formatModel } from '../linear/triage-model.js';
import { fitTemperature } from './fit-temperature.js';
import { fitThreshold } from './fit-threshold.js';
import { fitWeights, type FitExample } from './fit-weights.js';
import { guisesOf } from './guises.js';
import { HARD_THEMES } from './hard-themes.js';
import { heldOutScores } from './held-out-scores.js';
import { versionOf } from './model-version.js';
import { dealByTheme } from './theme-folds.js';
import { inOrder, type TrainingExample } from './training-example.js';
import {
  DEFAULTS,
  DOMAIN_SHIFT,
  ENOUGH_TO_PRUNE,
  FIT,
  HARD_WEIGHT,
  MISS_COST,
  RUNS,
  SHARES,
  WRONG_ROUTE_COST,
  type TrainingOptions,
} from './training-settings.js';
import { vectorise } from './vectorise.js';

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
  const heldOut = heldOutScores(sorted, read, foldOf, fit);
  return formatModel({
    modelVersion: versionOf(examples, options),
    temperature: shifted(
      fitTemperature(
        read.map(({ label }, index) => ({ scores: heldOut[index]?.classes ?? [], truth: label })),
      ),
    ),
    unsureBelow: Math.round((1 - 1 / WRONG_ROUTE_COST) * 100) / 100,
    flagThresholds: REPORT_FLAGS.map((flag, column) =>
      fitThreshold(
        read.flatMap(({ flags }, index) => {
          const truth = flags[column];
          return truth === undefined ? [] : [{ truth, score: heldOut[index]?.flags[column] ?? 0 }];
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

const themeName = ({ theme = '' }: TrainingExample): string => theme.replace(/\.jsonl$/u, '');
