/** Lengths of a period that can be chosen, in days. */
export const PERIODS = [7, 30, 90, 365] as const;
export type PeriodDays = (typeof PERIODS)[number];

export interface Period {
  /** First and last day, e.g. `2026-11-01`. */
  readonly from: string;
  readonly to: string;
}

const DAY_MS = 86_400_000;

/** The last `days` days up to today, as the calendar of `timeZone` has them. */
export function lastDays(days: number, now: number, timeZone: string): Period {
  const today = new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' }).format(now);
  const first = new Date(Date.parse(today) - (days - 1) * DAY_MS);
  return { from: first.toISOString().slice(0, 10), to: today };
}

/** Every day of a period, in order. */
export function daysOf({ from, to }: Period): readonly string[] {
  const count = (Date.parse(to) - Date.parse(from)) / DAY_MS + 1;
  return Array.from({ length: count }, (_, index) =>
    new Date(Date.parse(from) + index * DAY_MS).toISOString().slice(0, 10),
  );
}
