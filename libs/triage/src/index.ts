export { formatModel, loadModel, type TriageModel } from './bayes/triage-model.js';
export { trainModel, type TrainingExample, type TrainingOptions } from './bayes/train-model.js';
export { createClassifier, type Classifier } from './classifier/create-classifier.js';
export { evaluateClassifier } from './evaluation/evaluate-classifier.js';
export type { EvaluationReport, Figures, LabelledRow } from './evaluation/evaluation-report.js';
