import { Inject, Injectable } from '@nestjs/common';
import { SettingRepository, type DueDates, type Queryable } from '@app/database';
import { STAGES, type Matter, type Stage } from '@app/report-model';
import { z } from 'zod';
import type { ClockSet } from './clock-set.js';
import {
  clocksFor,
  clocksOfMatter,
  serviceLevelSchema,
  type Clock,
  type ClockQuestion,
  type ServiceLevel,
} from './service-levels.js';
import { calendarYearSchema, FIVE_DAY_WEEK, WorkingCalendar, type CalendarYear } from './working-calendar.js';

/** What ships with the project, until an admin changes it. */
export interface ClockDefaults {
  readonly timeZone: string;
  readonly calendar: readonly CalendarYear[];
  readonly serviceLevels: readonly ServiceLevel[];
}
export const CLOCK_DEFAULTS = Symbol('ClockDefaults');

/** The calendar and the service levels as they are now. */
export interface ClockRules extends ClockSet {
  readonly calendar: WorkingCalendar;
}

const weekdaysSchema = z.array(z.int().min(1).max(7)).min(1);

/** One stage of an example, by the rules in force and by others. */
export interface ExampleClock {
  readonly stage: Stage;
  readonly now: Clock | undefined;
  readonly then: Clock | undefined;
}

@Injectable()
export class ReadClocksService {
  private kept: { readonly stored: string; readonly rules: ClockRules } | null = null;

  constructor(
    private readonly settings: SettingRepository,
    @Inject(CLOCK_DEFAULTS) private readonly defaults: ClockDefaults,
  ) {}

  /** IANA name, e.g. `Asia/Makassar`. */
  get timeZone(): string {
    return this.defaults.timeZone;
  }

  async rules(on?: Queryable): Promise<ClockRules> {
    const { calendar, serviceLevels, workingWeekdays } = await this.settings.some(
      ['calendar', 'serviceLevels', 'workingWeekdays'],
      on,
    );
    const stored = JSON.stringify([calendar, serviceLevels, workingWeekdays]);
    if (this.kept?.stored !== stored) {
      const years = calendar ? calendarYearSchema.array().parse(calendar) : this.defaults.calendar;
      const levels = serviceLevels
        ? serviceLevelSchema.array().parse(serviceLevels)
        : this.defaults.serviceLevels;
      const weekdays = workingWeekdays ? weekdaysSchema.parse(workingWeekdays) : FIVE_DAY_WEEK;
      this.kept = { stored, rules: this.rulesOf({ years, levels, weekdays }) };
    }
    return this.kept.rules;
  }

  /** What a report of this matter, received at noon of this day, would be due by rules that are not stored. */
  async example(others: ClockSet, receivedOn: string, matter: Matter): Promise<ExampleClock[]> {
    const question = { receivedAt: new Date(`${receivedOn}T04:00:00Z`), heldDays: 0 };
    const [now, then] = [await this.rules(), this.rulesOf(others)].map(({ levels, calendar }) =>
      clocksOfMatter(matter, question, levels, calendar),
    );
    const at = (clocks: Clock[] | undefined, stage: Stage) => clocks?.find((clock) => clock.stage === stage);
    return STAGES.map((stage) => ({ stage, now: at(now, stage), then: at(then, stage) }));
  }

  private rulesOf(set: ClockSet): ClockRules {
    return { ...set, calendar: new WorkingCalendar(set.years, this.timeZone, set.weekdays) };
  }
}

/** The due dates that stand on a report; all null where no clock runs. */
export function dueDates(question: ClockQuestion, { levels, calendar }: ClockRules): DueDates {
  const clocks = clocksFor(question, levels, calendar);
  const of = (stage: string) => clocks.find((clock) => clock.stage === stage)?.dueAt ?? null;
  return {
    verificationDueAt: of('verification'),
    answerDueAt: of('answer'),
    completionDueAt: of('completion'),
    isDueProvisional: clocks.some((clock) => clock.isProvisional),
  };
}
