import type { ReportClass } from '@app/report-model';
import { NO_FLAGS, REPORT_CLASSES } from '@app/report-model';
import BayesClassifier from 'natural/lib/natural/classifiers/bayes_classifier.js';
import LogisticRegressionClassifier from 'natural/lib/natural/classifiers/logistic_regression_classifier.js';
import stemmer from 'natural/lib/natural/stemmers/indonesian/stemmer_id.js';
import type { Classifier } from '../classifier/create-classifier.js';
import { matchCues } from '../cues/match-cues.js';
import { readWords } from '../linear/feature-word.js';
import { seededRandom, shuffledIndexes } from '../training/seeded-random.js';
import type { TrainingExample } from '../training/training-example.js';

/** What a simpler method needs; `train` is not called before its turn, it may take minutes. */
export interface Baseline {
  readonly name: string;
  train(corpus: readonly TrainingExample[]): Classifier;
}

/** `natural`'s logistic regression keeps all texts in one matrix: with more it takes longer than anyone waits. */
const LOGISTIC_TEXTS = 250;
const SEED = 20261101;

/** What the shipped classifier is compared with. Each answers with a class alone, as sure as can be. */
export const BASELINES: readonly Baseline[] = [
  { name: 'majority', train: (corpus) => answering('majority', constantly(mostFrequent(corpus))) },
  { name: 'cues', train: () => answering('cues', byCues) },
  {
    name: 'natural-bayes',
    train: (corpus) => answering('natural-bayes', trained(new BayesClassifier(stemmer), corpus)),
  },
  {
    name: `natural-logistic-${LOGISTIC_TEXTS}`,
    train: (corpus) => {
      const order = shuffledIndexes(corpus.length, seededRandom(SEED)).subarray(0, LOGISTIC_TEXTS);
      const sample = Array.from(order, (index) => corpus[index]).filter((one) => one !== undefined);
      return answering(
        `natural-logistic-${LOGISTIC_TEXTS}`,
        trained(new LogisticRegressionClassifier(stemmer), sample),
      );
    },
  },
];

type Answer = (text: string) => ReportClass;

/** `natural` as its documentation uses it: its own Indonesian tokeniser and stemmer, its own decision. */
function trained(
  engine: BayesClassifier | LogisticRegressionClassifier,
  corpus: readonly TrainingExample[],
): Answer {
  for (const { text, label } of corpus) engine.addDocument(text, label);
  engine.train();
  // A text of stop words alone has no features, and natural divides by zero.
  return (text) => REPORT_CLASSES.find((name) => name === engine.classify(text)) ?? 'other';
}

function byCues(text: string): ReportClass {
  const sums = { complaint: 0, aspiration: 0, information: 0, other: 0, spam: 0 };
  for (const { cue } of matchCues(readWords(text))) {
    if (cue.supports in sums) sums[cue.supports as ReportClass] += cue.weight;
  }
  const best = REPORT_CLASSES.toSorted((a, b) => sums[b] - sums[a])[0] ?? 'other';
  return sums[best] > 0 ? best : 'other';
}

function mostFrequent(corpus: readonly TrainingExample[]): ReportClass {
  const count = (name: ReportClass): number => corpus.filter(({ label }) => label === name).length;
  return REPORT_CLASSES.toSorted((a, b) => count(b) - count(a))[0] ?? 'other';
}

const constantly =
  (label: ReportClass): Answer =>
  () =>
    label;

function answering(modelVersion: string, answer: Answer): Classifier {
  return {
    modelVersion,
    classify: (text) => {
      const label = answer(text);
      const scores = { complaint: 0, aspiration: 0, information: 0, other: 0, spam: 0, [label]: 1 };
      return { label, confidence: 1, scores, secondary: null, unsure: false, flags: NO_FLAGS, evidence: [] };
    },
  };
}
