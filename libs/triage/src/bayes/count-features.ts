import { REPORT_CLASSES, type ReportClass } from '@app/report-model';
import BayesClassifier from 'natural/lib/natural/classifiers/bayes_classifier.js';
import type { ClassRow, TriageModel } from './triage-model.js';

/** The features of one labelled text. */
export interface CountedExample {
  readonly features: readonly string[];
  readonly label: ReportClass;
}

export type FeatureCounts = Pick<TriageModel, 'smoothing' | 'totalExamples' | 'classTotals' | 'features'>;

/**
 * Trains `natural`'s Bayes classifier and reads its counts. Pairs of words that stand in fewer than `minDocuments` texts
 * are left out before training, which grows with texts times features; single words are kept however rare.
 */
export function countFeatures(
  examples: readonly CountedExample[],
  smoothing: number,
  minDocuments: number,
): FeatureCounts {
  const bayes = trainNatural(examples, smoothing, minDocuments);
  const { classFeatures, classTotals, totalExamples } = bayes.classifier;
  const row = (read: (label: ReportClass) => number): ClassRow => {
    const [a, b, c, d, e] = REPORT_CLASSES;
    return [read(a), read(b), read(c), read(d), read(e)];
  };
  const features = Object.keys(bayes.features).map((key, index): [string, ClassRow] => [
    key,
    // natural stores "documents + smoothing", and nothing for zero documents.
    row((label) => Math.max(0, Math.round((classFeatures[label]?.[index] ?? 0) - smoothing))),
  ]);
  features.sort(([a], [b]) => (a < b ? -1 : 1));
  return { smoothing, totalExamples, classTotals: row((label) => classTotals[label] ?? 1), features };
}

/** `natural`'s own classifier over the same features. */
export function trainNatural(
  examples: readonly CountedExample[],
  smoothing: number,
  minDocuments: number,
): BayesClassifier {
  const documents = new Map<string, number>();
  for (const { features } of examples) {
    for (const key of features) documents.set(key, (documents.get(key) ?? 0) + 1);
  }
  const bayes = new BayesClassifier(undefined, smoothing);
  for (const { features, label } of examples) {
    const kept = features.filter((key) => !key.includes(' ') || (documents.get(key) ?? 0) >= minDocuments);
    bayes.addDocument(new FeatureList(kept), label);
  }
  bayes.train();
  return bayes;
}

/** natural asks each document `indexOf` for its whole vocabulary: a set answers without a scan. */
class FeatureList extends Array<string> {
  readonly #known: ReadonlySet<string>;

  constructor(features: readonly string[]) {
    super();
    this.push(...features);
    this.#known = new Set(features);
  }

  override indexOf(feature: string): number {
    return this.#known.has(feature) ? 0 : -1;
  }
}
