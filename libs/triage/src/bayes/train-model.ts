import { createHash } from 'node:crypto';
import { REPORT_CLASSES, type ReportClass } from '@app/report-model';
import { CLASS_CUES } from '../cues/class-cues.js';
import { FLAG_CUES } from '../cues/flag-cues.js';
import { matchCues, type CueMatch } from '../cues/match-cues.js';
import { scoreText } from '../classifier/score-text.js';
import { extractFeatures, type Feature } from '../text/features.js';
import { tokenize } from '../text/tokens.js';
import { countFeatures, type CountedExample, type FeatureCounts } from './count-features.js';
import { fitTemperature, type HeldOutScore } from './fit-temperature.js';
import { dealFolds } from './folds.js';
import { logTable } from './log-table.js';
import type { TriageModel } from './triage-model.js';

export interface TrainingExample {
  readonly text: string;
  readonly label: ReportClass;
}

export interface TrainingOptions {
  /** Decides the folds on which the temperature is fitted. */
  readonly seed?: number;
  readonly folds?: number;
  /** What natural adds to each count. */
  readonly smoothing?: number;
  /** Pairs of words in fewer texts than this are left out; single words are all kept. */
  readonly minDocuments?: number;
  /** First part of the model's version. */
  readonly release?: string;
}

const DEFAULTS = { seed: 20261101, folds: 5, smoothing: 0.3, minDocuments: 2, release: 'bayes-2026-11' };

interface ReadExample extends CountedExample {
  readonly found: readonly Feature[];
  readonly cues: readonly CueMatch[];
}

/**
 * Trains on labelled texts. Deterministic: the same examples in any order, options and code give the same model, and
 * the version ends in a hash of all that went in. Takes a few seconds for a thousand texts.
 * @throws RangeError when there are fewer examples than folds.
 */
export function trainModel(examples: readonly TrainingExample[], options: TrainingOptions = {}): TriageModel {
  const settings = { ...DEFAULTS, ...options };
  if (examples.length < settings.folds) throw new RangeError('Fewer examples than folds');
  const sorted = examples.toSorted((a, b) => compare(a.text, b.text) || compare(a.label, b.label));
  const read = sorted.map(({ text, label }): ReadExample => {
    const tokens = tokenize(text);
    const found = extractFeatures(tokens);
    return { label, found, features: found.map(({ key }) => key), cues: matchCues(tokens) };
  });
  const count = (part: readonly ReadExample[]): FeatureCounts =>
    countFeatures(part, settings.smoothing, settings.minDocuments);
  const trained = {
    classes: REPORT_CLASSES,
    ...count(read),
    temperature: fitTemperature(heldOutScores(read, settings, count)),
  };
  const source = JSON.stringify([
    sorted.map(({ text, label }) => [text, label]),
    trained,
    CLASS_CUES,
    FLAG_CUES,
  ]);
  const hash = createHash('sha256').update(source).digest('hex').slice(0, 8);
  return { modelVersion: `${settings.release}-${hash}`, ...trained };
}

/** Scores each example by a model that was trained without its fold. */
function heldOutScores(
  read: readonly ReadExample[],
  { folds, seed }: { folds: number; seed: number },
  count: (part: readonly ReadExample[]) => FeatureCounts,
): HeldOutScore[] {
  const foldOf = dealFolds(read, folds, seed);
  return Array.from({ length: folds }, (_, fold) => {
    const table = logTable(count(read.filter((_example, index) => foldOf[index] !== fold)));
    return read
      .filter((_example, index) => foldOf[index] === fold)
      .map(({ found, cues, label }) => ({
        logScores: scoreText(table, found, cues).logScores,
        truth: REPORT_CLASSES.indexOf(label),
      }));
  }).flat();
}

const compare = (a: string, b: string): number => (a === b ? 0 : a < b ? -1 : 1);
