import type { TrainingExample } from '@app/triage';
import type { ModelTest } from './promotion-rule.js';

export interface Correction extends TrainingExample {
  /** Kept out of every training, to test with. */
  readonly isHeldOut: boolean;
  /** Learnt by the model in force. */
  readonly isKnown: boolean;
}

/** All that a training needs; goes to another thread. */
export interface TrainingTask {
  /** Folder of the corpus, one JSON Lines file per theme. */
  readonly corpusFolder: string;
  readonly corrections: readonly Correction[];
  /** The model in force, as a file. */
  readonly currentModel: Uint8Array;
  /** First part of the new model's version. */
  readonly release: string;
}

export const TRAINING_STEPS = [
  'reading',
  'testing-current',
  'testing-candidate',
  'training',
  'comparing',
] as const;
export type TrainingStep = (typeof TRAINING_STEPS)[number];

export interface TrainingResult {
  readonly file: Uint8Array;
  readonly version: string;
  readonly reading: string;
  readonly corpusSize: number;
  /** Corrections that were learnt, and those kept for testing. */
  readonly correctionCount: number;
  readonly heldOutCount: number;
  readonly tests: readonly ModelTest[];
}
