import { z } from 'zod';
import {
  MATTERS,
  STAGES,
  type Matter,
  type ReportClass,
  type ReportFlags,
  type Stage,
} from '@app/report-model';
import type { WorkingCalendar } from './working-calendar.js';

export const serviceLevelSchema = z.object({
  matter: z.enum(MATTERS),
  stage: z.enum(STAGES),
  workingDays: z.int().min(0).max(365),
  legalBasis: z.object({ id: z.string().trim().min(1).max(500), en: z.string().trim().min(1).max(500) }),
  /** Reports received on this day or later. A newer level of the same matter and stage takes over from its own day. */
  validFrom: z.iso.date(),
});
export type ServiceLevel = z.infer<typeof serviceLevelSchema>;

export interface Clock {
  readonly stage: Stage;
  readonly dueAt: Date;
  readonly isProvisional: boolean;
  readonly level: ServiceLevel;
}

/** Greetings, chatter and spam have no clock. */
export function matterOf(reportClass: ReportClass, flags: ReportFlags): Matter | null {
  if (reportClass === 'other' || reportClass === 'spam') return null;
  if (flags.supervisory) return 'supervisory';
  return flags.publicRecord ? 'public-record' : reportClass;
}

export interface ClockQuestion {
  readonly class: ReportClass;
  readonly flags: ReportFlags;
  readonly receivedAt: Date;
  /** Working days during which the report waited for the citizen (tunda): they do not count. */
  readonly heldDays: number;
}

/** The clocks that run for a report, by the levels in force on the day it was received. */
export function clocksFor(
  question: ClockQuestion,
  levels: readonly ServiceLevel[],
  calendar: WorkingCalendar,
): Clock[] {
  const matter = matterOf(question.class, question.flags);
  return matter === null ? [] : clocksOfMatter(matter, question, levels, calendar);
}

/** The same for a matter, whichever class and flags led to it. */
export function clocksOfMatter(
  matter: Matter,
  { receivedAt, heldDays }: Pick<ClockQuestion, 'receivedAt' | 'heldDays'>,
  levels: readonly ServiceLevel[],
  calendar: WorkingCalendar,
): Clock[] {
  const received = calendar.dateOf(receivedAt);
  return STAGES.flatMap((stage) => {
    const level = levels
      .filter((one) => one.matter === matter && one.stage === stage && one.validFrom <= received)
      .sort((a, b) => b.validFrom.localeCompare(a.validFrom))[0];
    if (!level) return [];
    const { at, isProvisional } = calendar.deadline(receivedAt, level.workingDays + heldDays);
    return [{ stage, dueAt: at, isProvisional, level }];
  });
}
