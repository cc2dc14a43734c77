/** The end of a scale for counts up to `most`: even, so that its middle is a count as well. */
export function niceTop(most: number): number {
  const step = Math.max(2, 2 * 10 ** (Math.floor(Math.log10(Math.max(1, most))) - 1));
  return Math.max(1, Math.ceil(most / step)) * step;
}
