import { seededRandom, shuffledIndexes } from './seeded-random.js';

/**
 * Deals texts into folds by theme: texts of one theme were written in one sitting, and a model that has seen half of them
 * knows the other half too well. With fewer themes than folds each text is a theme of its own. Returns each text's fold.
 */
export function dealByTheme(
  examples: readonly { readonly theme?: string }[],
  folds: number,
  seed: number,
): number[] {
  const named = [...new Set(examples.map(({ theme }) => theme ?? ''))].sort();
  const isByTheme = named.length >= folds;
  const themes = isByTheme ? named : examples.map((_, index) => String(index));
  const order = shuffledIndexes(themes.length, seededRandom(seed));
  const foldOf = new Map(Array.from(order, (place, index) => [themes[place] ?? '', index % folds]));
  return examples.map(({ theme }, index) => foldOf.get(isByTheme ? (theme ?? '') : String(index)) ?? 0);
}
