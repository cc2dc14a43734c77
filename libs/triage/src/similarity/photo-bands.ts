/** Width and height of the grey picture that bands are made of. */
export const PHOTO_SIDE = 9;
const BANDS = 8;
const BAND_BITS = 16;
/** Grey steps between the darkest and the lightest field; below it a picture is a plain surface, like many others. */
const LEAST_CONTRAST = 24;

/**
 * Bands of the look of a picture, for an index: pictures that differ in at most 7 of 128 bits have one in common, which
 * covers another size, compression or brightness. Each bit says whether a field is lighter than its right or lower
 * neighbour (a difference hash in both directions).
 * @param grey {@link PHOTO_SIDE} rows of as many grey values
 * @returns band number in the upper, 16 bits of the hash in the lower half; empty for a plain surface
 */
export function photoBands(grey: Uint8Array): number[] {
  if (Math.max(...grey) - Math.min(...grey) < LEAST_CONTRAST) return [];
  const bits: boolean[] = [];
  const at = (row: number, column: number): number => grey[row * PHOTO_SIDE + column] ?? 0;
  for (let row = 0; row < PHOTO_SIDE - 1; row++) {
    for (let column = 0; column < PHOTO_SIDE - 1; column++) {
      bits.push(at(row, column) > at(row, column + 1), at(row, column) > at(row + 1, column));
    }
  }
  return Array.from({ length: BANDS }, (_, band) =>
    bits
      .slice(band * BAND_BITS, (band + 1) * BAND_BITS)
      .reduce((value, bit, index) => (bit ? value | (1 << index) : value), band << BAND_BITS),
  );
}

/** How many of the 128 bits differ. */
export function photoDistance(a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, band, index) => sum + countBits((band ^ (b[index] ?? 0)) & 0xffff), 0);
}

function countBits(value: number): number {
  let count = 0;
  for (let rest = value; rest !== 0; rest &= rest - 1) count++;
  return count;
}
