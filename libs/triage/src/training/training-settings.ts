import type { ReportClass, ReportFlag } from '@app/report-model';

export interface TrainingOptions {
  /** Decides the order in which texts are shown and how themes are dealt. */
  readonly seed?: number;
  readonly folds?: number;
  /** First part of the model's version. */
  readonly release?: string;
}

export const DEFAULTS = { seed: 20261101, folds: 5, release: 'linear-2026-11' };
export const FIT = {
  epochs: 20,
  rate: 0.3,
  shrink: 0.05,
  minDocuments: 2,
  damping: 1,
  dropout: 0.5,
  wordless: 0.3,
  disguise: 0.6,
};
/**
 * How much each class counts, in hundredths: near the shares of what citizens write, as in the development rows, aspirations
 * nearly twice as much, since they are rare and easily taken for complaints. The corpus holds hard and rare kinds more
 * often; its texts count so much that the classes come to these shares.
 */
export const SHARES: Readonly<Record<ReportClass, number>> = {
  complaint: 38,
  aspiration: 8,
  information: 25,
  other: 14,
  spam: 15,
};
export const HARD_WEIGHT = 0.3;
/**
 * What real messages cost in certainty against texts written at a desk, beyond what held-out themes show; taken from the
 * development rows, like the shares. Sets of real messages differ in it: where nine in ten are complaints, less fits best.
 */
export const DOMAIN_SHIFT = 1.05;
/** The order in which texts are shown leaves its mark on the weights; the mean over several orders does so less. */
export const RUNS = 8;
/** In a small corpus every word counts. */
export const ENOUGH_TO_PRUNE = 500;
/** A missed urgent report may cost a life, a missed allegation a scandal; a false alarm costs an officer's glance. */
export const MISS_COST: Readonly<Record<ReportFlag, number>> = {
  supervisory: 10,
  publicRecord: 3,
  urgent: 40,
};
/** A report routed wrongly costs about this many looks at an unsure one. */
export const WRONG_ROUTE_COST = 3.2;
