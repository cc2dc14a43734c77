import {
  createClassifier,
  dealByTheme,
  evaluateClassifier,
  loadModel,
  trainModel,
  type LabelledRow,
  type TrainingExample,
} from '@app/triage';
import type { ModelTest, TestFigures } from './promotion-rule.js';
import { READING } from './reading.js';
import type { Correction, TrainingResult, TrainingStep, TrainingTask } from './training-task.js';

/** One fold of so many, whole themes, tests what the corpus teaches. */
const FOLDS = 5;
const SEED = 20261126;
/** The twins that are tested on the corpus need no fine calibration: their classes are looked at, not their certainty. */
const TWIN_FOLDS = 2;

/**
 * Trains a model on the corpus and what people decided, and tests it beside the one in force.
 *
 * Decisions that were held out test the two models themselves: neither has learnt them. The corpus has been learnt by
 * both, so there two twins are compared that were trained anew without some of its themes, one on what the model in force
 * knows and one on what the candidate knows.
 */
export function trainAndTest(
  { corrections, currentModel, release }: TrainingTask,
  corpus: readonly TrainingExample[],
  onStep: (step: TrainingStep) => void = () => undefined,
): TrainingResult {
  const folds = dealByTheme(corpus, FOLDS, SEED);
  const tested = corpus.filter((_, index) => folds[index] === 0);
  const kept = corpus.filter((_, index) => folds[index] !== 0);
  const heldOut = corrections.filter((one) => one.isHeldOut);
  const learnt = corrections.filter((one) => !one.isHeldOut);

  onStep('testing-current');
  const currentTwin = twin([...kept, ...examples(learnt.filter(({ isKnown }) => isKnown))]);
  onStep('testing-candidate');
  const candidateTwin = twin([...kept, ...examples(learnt)]);
  onStep('training');
  const all = [...corpus, ...examples(learnt)];
  const file = trainModel(all, { release });
  onStep('comparing');
  const tests: ModelTest[] = [
    compare('corpus', candidateTwin, currentTwin, tested),
    compare('corrections', file, currentModel, examples(heldOut)),
  ];
  return {
    file,
    version: loadModel(file).modelVersion,
    reading: READING,
    corpusSize: corpus.length,
    correctionCount: learnt.length,
    heldOutCount: heldOut.length,
    tests,
  };
}

const twin = (rows: readonly TrainingExample[]): Uint8Array =>
  trainModel(rows, { release: 'twin', folds: TWIN_FOLDS });

const examples = (corrections: readonly Correction[]): TrainingExample[] =>
  corrections.map(({ isHeldOut: _, isKnown: __, ...example }) => ({ ...example, isObserved: true }));

function compare(
  set: ModelTest['set'],
  candidate: Uint8Array,
  current: Uint8Array,
  rows: readonly LabelledRow[],
): ModelTest {
  return { set, candidate: figures(candidate, rows), current: figures(current, rows) };
}

function figures(file: Uint8Array, rows: readonly LabelledRow[]): TestFigures {
  const report = evaluateClassifier(createClassifier(loadModel(file)), rows);
  const { macroF1, accuracy, genuineCalledSpam, classes, flags } = report;
  return { rows: report.rows, macroF1, accuracy, genuineCalledSpam, classes, flags };
}
