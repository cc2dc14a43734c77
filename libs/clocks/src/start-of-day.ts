const DAY_MS = 86_400_000;

/**
 * The first moment of a day where the clocks of `timeZone` (IANA) count, or of one so many days later.
 * @param day `2026-12-24`
 */
export function startOfDay(day: string, daysLater: number, timeZone: string): Date {
  const wanted = Date.parse(day) + daysLater * DAY_MS;
  const format = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' });
  const shown = (instant: number) => Date.parse(`${format.format(instant).replace(' ', 'T')}Z`);
  const guess = wanted - (shown(wanted) - wanted);
  // Where the clocks were put forward or back in between.
  return new Date(guess - (shown(guess) - wanted));
}
