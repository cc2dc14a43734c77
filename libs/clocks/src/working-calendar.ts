import { z } from 'zod';

const dateSchema = z.iso.date();

export const calendarYearSchema = z.object({
  year: z.int().min(2000).max(2100),
  /** The decree that the days were taken from. */
  source: z.string().trim().min(1).max(300),
  /** `joint-leave` (cuti bersama) is no working day for civil servants either. */
  days: z.array(
    z.object({
      date: dateSchema,
      name: z.string().trim().min(1).max(200),
      kind: z.enum(['holiday', 'joint-leave']),
    }),
  ),
});
export type CalendarYear = z.infer<typeof calendarYearSchema>;

export interface Deadline {
  /** The last moment of the last day, in the calendar's zone. */
  readonly at: Date;
  /** Some year on the way has no decree yet: only weekends were left out. */
  readonly isProvisional: boolean;
}

const DAY_MS = 86_400_000;

/** 1: Monday … 7: Sunday. */
export const FIVE_DAY_WEEK: readonly number[] = [1, 2, 3, 4, 5];

/** The office's weekdays without the days of the yearly decree; dates are those of one time zone. */
export class WorkingCalendar {
  private readonly free: ReadonlySet<string>;
  private readonly knownYears: ReadonlySet<number>;
  private readonly parts: Intl.DateTimeFormat;
  /** A flood arrives on one day: each answer is counted once. */
  private readonly counted = new Map<string, Deadline>();

  /** @param timeZone IANA name, e.g. `Asia/Makassar` */
  constructor(
    years: readonly CalendarYear[],
    timeZone: string,
    private readonly weekdays: readonly number[] = FIVE_DAY_WEEK,
  ) {
    this.free = new Set(years.flatMap((year) => year.days.map((day) => day.date)));
    this.knownYears = new Set(years.map((year) => year.year));
    this.parts = new Intl.DateTimeFormat('en-CA', {
      timeZone,
      dateStyle: 'short',
      timeStyle: 'medium',
      hourCycle: 'h23',
    });
  }

  /**
   * `days` working days after the day on which `from` falls, which is not counted itself.
   * Source of the rule: docs/clocks.md.
   */
  deadline(from: Date, days: number): Deadline {
    const date = this.dateOf(from);
    const key = `${date} ${days}`;
    let deadline = this.counted.get(key);
    if (!deadline) this.counted.set(key, (deadline = this.count(date, days)));
    return deadline;
  }

  /** Working days after the day of `from` up to and including that of `to`; 0 when `to` is not later. */
  workingDaysBetween(from: Date, to: Date): number {
    const last = this.dateOf(to);
    let count = 0;
    for (let date = this.dateOf(from); date < last;) {
      date = nextDate(date);
      if (this.isWorkingDay(date)) count += 1;
    }
    return count;
  }

  /** @param date `2026-12-24` */
  isWorkingDay(date: string): boolean {
    const weekday = new Date(`${date}T00:00:00Z`).getUTCDay() || 7;
    return this.weekdays.includes(weekday) && !this.free.has(date);
  }

  /** The day, where the office is, on which an instant falls: `2026-12-24`. */
  dateOf(instant: Date): string {
    return this.parts.format(instant).slice(0, 10);
  }

  private count(from: string, days: number): Deadline {
    let date = from;
    let isProvisional = false;
    for (let left = days; left > 0;) {
      date = nextDate(date);
      isProvisional ||= !this.knownYears.has(Number(date.slice(0, 4)));
      if (this.isWorkingDay(date)) left -= 1;
    }
    return { at: this.endOf(date), isProvisional };
  }

  private endOf(date: string): Date {
    const guess = Date.parse(`${date}T23:59:59Z`);
    const shown = Date.parse(`${this.parts.format(guess).replace(', ', 'T')}Z`);
    return new Date(guess - (shown - guess));
  }
}

function nextDate(date: string): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + DAY_MS).toISOString().slice(0, 10);
}
