/** Buckets of the hashed feature space: a power of two. */
export const BUCKETS = 1 << 18;

const SHORTEST_GRAM = 2;
const LONGEST_GRAM = 5;
const OFFSET = 0x811c9dc5;
const PRIME = 0x01000193;

/** Spreads a 32-bit hash (the last step of MurmurHash3), so that its low bits are as good as its high ones. Signed. */
function spread(hash: number): number {
  let mixed = hash;
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return mixed ^ (mixed >>> 16);
}

/** FNV-1a over UTF-16 units; `kind` keeps the word "jalan" apart from the cue "jalan". */
export function hashOf(kind: string, text: string): number {
  let hash = OFFSET;
  for (let index = 0; index < kind.length; index++) hash = Math.imul(hash ^ kind.charCodeAt(index), PRIME);
  for (let index = 0; index < text.length; index++) hash = Math.imul(hash ^ text.charCodeAt(index), PRIME);
  return spread(hash);
}

/** The hash of two things in this order. */
export function hashPair(kind: number, left: number, right: number): number {
  return spread(Math.imul(Math.imul(left ^ kind, PRIME) ^ (right >>> 7), PRIME) ^ right);
}

export const bucketOf = (hash: number): number => hash & (BUCKETS - 1);

/** Buckets of the 2- to 5-letter pieces of a word with its edges marked. */
export function gramBuckets(word: string): number[] {
  const marked = `<${word}>`;
  const buckets: number[] = [];
  for (let start = 0; start < marked.length - 1; start++) {
    let hash = OFFSET ^ 7;
    const most = Math.min(marked.length, start + LONGEST_GRAM);
    for (let end = start; end < most; end++) {
      hash = Math.imul(hash ^ marked.charCodeAt(end), PRIME);
      if (end - start + 1 >= SHORTEST_GRAM) buckets.push(bucketOf(spread(hash)));
    }
  }
  return buckets;
}
