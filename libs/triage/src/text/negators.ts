/** Words that turn the meaning of the next ones. */
export const NEGATORS: ReadonlySet<string> = new Set([
  'tidak',
  'belum',
  'bukan',
  'jangan',
  'tanpa',
  'kurang',
]);
