import { REPORT_FLAGS } from '@app/report-model';
import { flagScore } from '../classifier/flag-score.js';
import { createScorer } from '../classifier/score-text.js';
import { SHIPPED_LEXICON } from '../lexicon/lexicon.js';
import { CLASS_HEADS } from '../linear/heads.js';
import { formatModel, loadModel, type TriageModel } from '../linear/triage-model.js';
import type { FitExample } from './fit-weights.js';
import type { TrainingExample } from './training-example.js';

export interface HeldOut {
  readonly classes: readonly number[];
  readonly flags: readonly number[];
}

/** Scores each example as the classifier would, by a model that was trained without its fold. */
export function heldOutScores(
  examples: readonly TrainingExample[],
  read: readonly FitExample[],
  foldOf: readonly number[],
  fit: (part: readonly FitExample[]) => Float32Array,
): HeldOut[] {
  const heldOut: HeldOut[] = [];
  for (const fold of new Set(foldOf)) {
    const score = createScorer(
      scoresOnly(fit(read.filter((_, index) => foldOf[index] !== fold))),
      SHIPPED_LEXICON,
    );
    examples.forEach(({ text }, index) => {
      if (foldOf[index] !== fold) return;
      const scored = score(text);
      heldOut[index] = {
        classes: [...scored.scores.subarray(0, CLASS_HEADS)],
        flags: REPORT_FLAGS.map((flag) => flagScore(scored, flag)),
      };
    });
  }
  return heldOut;
}

/** A model of which nothing but the scores is asked. */
const scoresOnly = (dense: Float32Array): TriageModel =>
  loadModel(
    formatModel({
      ...{
        modelVersion: 'held-out',
        temperature: 1,
        unsureBelow: 0,
        flagThresholds: REPORT_FLAGS.map(() => 0),
      },
      dense,
    }),
  );
