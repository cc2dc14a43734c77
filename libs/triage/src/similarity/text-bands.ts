import { hashOf, hashPair } from '../linear/hash-features.js';
import { tokenize } from '../text/tokens.js';

/** Letters of a piece: unrelated reports rarely share eight in a row, and a mistyped letter spoils eight pieces. */
const PIECE = 8;
/**
 * Two texts that share a share `s` of their pieces (Jaccard) have at least one of 16 bands in common with a probability
 * of 1 - (1 - s^3)^16: 0.88 at 0.5, 0.98 at 0.6, 0.999 at 0.7, 0.0004 at the 0.03 of unrelated reports.
 */
const BANDS = 16;
const ROWS = 3;
const BINS = BANDS * ROWS;
const EMPTY = 0xffffffff;
/** What fewer words have in common is common coin: "selamat pagi", "terima kasih". */
const LEAST_WORDS = 4;

/**
 * The MinHash bands of a text as signed 32-bit integers, for an index: similar texts have some in common. Empty for a
 * text too short to be told from others. Stored values: with another number or another hash all must be made anew.
 */
export function textBands(text: string): number[] {
  const words = tokenize(text).map(({ word }) => word);
  if (new Set(words).size < LEAST_WORDS) return [];
  const least = leastHashes(words.join(' '));
  return Array.from({ length: BANDS }, (_, band) => {
    let hash = band;
    for (let row = 0; row < ROWS; row++) hash = hashPair(band, hash, least[band * ROWS + row] ?? 0);
    return hash | 0;
  });
}

/**
 * The least hash of the pieces in each bin: one permutation of the pieces, cut into bins, costs one hash a piece instead
 * of one for each bin. A bin that nothing fell into takes the next one's, with its distance mixed in.
 */
function leastHashes(text: string): Uint32Array {
  const least = new Uint32Array(BINS).fill(EMPTY);
  const last = Math.max(0, text.length - PIECE);
  for (let start = 0; start <= last; start++) {
    const hash = hashOf('', text.slice(start, start + PIECE));
    const bin = Math.floor((hash / (EMPTY + 1)) * BINS);
    if (hash < (least[bin] ?? 0)) least[bin] = hash;
  }
  return least.map((hash, bin) => (hash === EMPTY ? borrowed(least, bin) : hash));
}

function borrowed(least: Uint32Array, bin: number): number {
  let distance = 1;
  while (distance < BINS && least[(bin + distance) % BINS] === EMPTY) distance++;
  return Math.imul((least[(bin + distance) % BINS] ?? 0) ^ distance, 0x9e3779b1) >>> 0;
}
