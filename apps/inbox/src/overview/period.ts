/** Lengths of a period that can be chosen, in days. */
export const PERIODS = [7, 30, 90, 365] as const;

/** The server answers for a year at most. */
const LONGEST_DAYS = 366;

export interface Period {
  /** First and last day, e.g. `2026-11-01`. */
  readonly from: string;
  readonly to: string;
}

const DAY_MS = 86_400_000;

/** Whether both are days, in order, and not too far apart. */
export function isPeriod({ from, to }: Period): boolean {
  return from <= to && Date.parse(to) - Date.parse(from) <= LONGEST_DAYS * DAY_MS;
}

/** The last `days` days up to today, as the calendar of `timeZone` has them. */
export function lastDays(days: number, now: number, timeZone: string): Period {
  const today = new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' }).format(now);
  return { from: daysBefore(today, days - 1), to: today };
}

/** The day that is `count` days before another. */
export function daysBefore(day: string, count: number): string {
  return new Date(Date.parse(day) - count * DAY_MS).toISOString().slice(0, 10);
}

/** Every day of a period, in order. */
export function daysOf({ from, to }: Period): readonly string[] {
  const count = (Date.parse(to) - Date.parse(from)) / DAY_MS + 1;
  return Array.from({ length: count }, (_, index) =>
    new Date(Date.parse(from) + index * DAY_MS).toISOString().slice(0, 10),
  );
}
