import stemmer from 'natural/lib/natural/stemmers/indonesian/stemmer_id.js';

/** Emptied at once when full: the vocabulary of citizens is expected to be smaller, junk is not. */
const MAX_CACHED = 50_000;
/** Longer words are junk or chains that no rule takes apart: not worth the stemmer's time. */
const LONGEST_STEMMED = 28;
/** Where `natural`'s dictionary has a shorter word that means something else (kerusakan -> rusa, a deer). */
const CORRECTIONS: ReadonlyMap<string, string> = new Map([
  ['kerusakan', 'rusak'],
  ['pengrusakan', 'rusak'],
  ['perusakan', 'rusak'],
  ['ditindaklanjuti', 'tindaklanjut'],
]);

const cache = new Map<string, string>(CORRECTIONS);

/** The root of a standard word by `natural`'s Indonesian stemmer; placeholders and junk come back as they are. */
export function stemOf(word: string): string {
  const cached = cache.get(word);
  if (cached !== undefined) return cached;
  const stem = word.startsWith('_') || word.length > LONGEST_STEMMED ? word : stemmer.stem(word);
  if (cache.size >= MAX_CACHED) {
    cache.clear();
    for (const [form, root] of CORRECTIONS) cache.set(form, root);
  }
  cache.set(word, stem);
  return stem;
}
