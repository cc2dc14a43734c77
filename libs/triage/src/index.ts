export { createClassifier, type Classifier } from './classifier/create-classifier.js';
export { evaluateClassifier } from './evaluation/evaluate-classifier.js';
export type { EvaluationReport, Figures, LabelledRow } from './evaluation/evaluation-report.js';
export { mergeLexicon, readLexicon, SHIPPED_LEXICON, type Lexicon } from './lexicon/lexicon.js';
export { loadModel, type TriageModel } from './linear/triage-model.js';
export { normaliseText } from './text/tokens.js';
export { trainModel, type TrainingExample, type TrainingOptions } from './training/train-model.js';
export { BASELINES, type Baseline } from './baselines/baselines.js';
export { findOverlap, type Overlap } from './evaluation/find-overlap.js';
export {
  comparePairs,
  compareTexts,
  DUPLICATE_SCORE,
  type Similarity,
  type SimilarityReason,
} from './similarity/compare-texts.js';
export { textBands } from './similarity/text-bands.js';
export { wordPairs } from './similarity/word-pairs.js';
