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
declare module 'natural/lib/natural/classifiers/bayes_classifier.js' {
  import type stemmer from 'natural/lib/natural/stemmers/indonesian/stemmer_id.js';
  export default class BayesClassifier {
    /** Cuts and stems texts with the stemmer's own `tokenizeAndStem`. */
    constructor(language: typeof stemmer);
    addDocument(text: string, label: string): void;
    train(): void;
    classify(text: string): string;
  }
}
declare module 'natural/lib/natural/classifiers/logistic_regression_classifier.js' {
  import type stemmer from 'natural/lib/natural/stemmers/indonesian/stemmer_id.js';
  export default class LogisticRegressionClassifier {
    constructor(language: typeof stemmer);
    addDocument(text: string, label: string): void;
    /** Minutes for a thousand texts. */
    train(): void;
    classify(text: string): string;
  }
}
