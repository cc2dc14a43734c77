/**
 * Shims for the deep imports of `natural` 8.1. The package's entry point is never imported: it loads `.env`, prints
 * advertisements and pulls in five database clients.
 */
declare module 'natural/lib/natural/stemmers/indonesian/stemmer_id.js' {
  const stemmer: {
    /** Not re-entrant but synchronous; about 35,000 words a second. */
    stem(word: string): string;
  };
  export default stemmer;
}
declare module 'natural/lib/natural/tokenizers/aggressive_tokenizer_id.js' {
  export default class AggressiveTokenizerId {
    /** Keeps only `a-z`, `0-9` and `-`, so the text must be lower-case; inner items may be empty. */
    tokenize(text: string): string[];
  }
}
declare module 'natural/lib/natural/classifiers/bayes_classifier.js' {
  /** The trained counts, as `apparatus` keeps them: index of the feature -> documents with it, plus `smoothing`. */
  interface BayesCounts {
    readonly classFeatures: Readonly<Record<string, Readonly<Record<number, number>>>>;
    /** Documents of the class, plus one. */
    readonly classTotals: Readonly<Record<string, number>>;
    /** Documents, plus one. */
    readonly totalExamples: number;
    readonly smoothing: number;
  }
  export default class BayesClassifier {
    constructor(stemmer?: undefined, smoothing?: number);
    /** The order of its keys is the order of the feature indexes in `classifier`. */
    readonly features: Readonly<Record<string, number>>;
    readonly classifier: BayesCounts;
    addDocument(tokens: readonly string[], label: string): void;
    train(): void;
    getClassifications(tokens: readonly string[]): { label: string; value: number }[];
  }
}
