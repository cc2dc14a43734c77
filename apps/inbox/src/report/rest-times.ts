import { instantOf, wallTime } from '../locales/zoned-time.js';

const MORNING = 8;

/** Times that one usually lets something rest until, by the clock of the office. */
export function restChoices(now: Date, timeZone: string) {
  const here = wallTime(now, timeZone);
  const at = (days: number, hour: number) => {
    const day = here.getUTCDate() + days;
    return instantOf(new Date(Date.UTC(here.getUTCFullYear(), here.getUTCMonth(), day, hour)), timeZone);
  };
  const daysToMonday = (8 - here.getUTCDay()) % 7 || 7;
  return [
    { name: 'hours', at: new Date(now.getTime() + 3 * 3_600_000) },
    { name: 'tomorrow', at: at(1, MORNING) },
    { name: 'threeDays', at: at(3, MORNING) },
    { name: 'monday', at: at(daysToMonday, MORNING) },
  ] as const;
}
