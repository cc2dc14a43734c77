/** The clock on the wall of `timeZone`, as if it were UTC. */
export function wallTime(instant: Date, timeZone: string): Date {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
  }).formatToParts(instant);
  const of = (type: Intl.DateTimeFormatPartTypes) => Number(parts.find((part) => part.type === type)?.value);
  return new Date(Date.UTC(of('year'), of('month') - 1, of('day'), of('hour'), of('minute')));
}

/** @param wall as {@link wallTime} gives it. @returns the instant at which the clock of `timeZone` shows it */
export function instantOf(wall: Date, timeZone: string): Date {
  const behind = (guess: Date) =>
    new Date(guess.getTime() + wall.getTime() - wallTime(guess, timeZone).getTime());
  // Where the clock is changed in between, the first step lands an hour away.
  return behind(behind(wall));
}
