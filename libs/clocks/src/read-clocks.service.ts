import { Inject, Injectable } from '@nestjs/common';
import { SettingRepository, type DueDates, type Queryable } from '@app/database';
import { clocksFor, serviceLevelSchema, type ClockQuestion, type ServiceLevel } from './service-levels.js';
import { calendarYearSchema, WorkingCalendar, type CalendarYear } from './working-calendar.js';

/** What ships with the project, until an admin changes it. */
export interface ClockDefaults {
  readonly timeZone: string;
  readonly calendar: readonly CalendarYear[];
  readonly serviceLevels: readonly ServiceLevel[];
}
export const CLOCK_DEFAULTS = Symbol('ClockDefaults');

/** The calendar and the service levels as they are now. */
export interface ClockRules {
  readonly calendar: WorkingCalendar;
  readonly years: readonly CalendarYear[];
  readonly levels: readonly ServiceLevel[];
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
    const { calendar, serviceLevels } = await this.settings.some(['calendar', 'serviceLevels'], on);
    const stored = JSON.stringify([calendar, serviceLevels]);
    if (this.kept?.stored !== stored) {
      const years = calendar ? calendarYearSchema.array().parse(calendar) : this.defaults.calendar;
      const levels = serviceLevels
        ? serviceLevelSchema.array().parse(serviceLevels)
        : this.defaults.serviceLevels;
      const rules = { calendar: new WorkingCalendar(years, this.defaults.timeZone), years, levels };
      this.kept = { stored, rules };
    }
    return this.kept.rules;
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
