import type { ReportClass } from '@app/report-model';

/**
 * Deals examples into folds so that each fold has its share of each class. The same seed gives the same folds.
 * Returns the fold of each example, from 0.
 */
export function dealFolds(
  examples: readonly { readonly label: ReportClass }[],
  folds: number,
  seed: number,
): number[] {
  const random = mulberry32(seed);
  const order = examples.map((_, index) => ({ index, key: random() })).sort((a, b) => a.key - b.key);
  const seen = new Map<ReportClass, number>();
  const dealt = new Array<number>(examples.length).fill(0);
  for (const { index } of order) {
    const label = examples[index]?.label ?? 'other';
    const count = seen.get(label) ?? 0;
    dealt[index] = count % folds;
    seen.set(label, count + 1);
  }
  return dealt;
}

/** Tommy Ettinger's public-domain generator: small, and the same on every machine. */
function mulberry32(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
