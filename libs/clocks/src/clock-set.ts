import type { ServiceLevel } from './service-levels.js';
import type { CalendarYear } from './working-calendar.js';

/** Everything that deadlines are counted with. */
export interface ClockSet {
  readonly years: readonly CalendarYear[];
  readonly levels: readonly ServiceLevel[];
  /** 1: Monday … 7: Sunday. */
  readonly weekdays: readonly number[];
}

/** These three and nothing else, always in the same order. */
export const clockSetOf = ({ years, levels, weekdays }: ClockSet): ClockSet => ({ years, levels, weekdays });

/** The rules cannot be used: says what is wrong with them. */
export class ClockRulesError extends Error {
  readonly code = 'validation';
}

/**
 * @returns the rules in order: years, days, weekdays
 * @throws ClockRulesError
 */
export function checkClockRules({ years, levels, weekdays }: ClockSet): ClockSet {
  refuseTwice(years.map(({ year }) => `year ${year}`));
  refuseTwice(levels.map(({ matter, stage, validFrom }) => `level ${matter}, ${stage}, ${validFrom}`));
  for (const { year, days } of years) {
    const stray = days.find(({ date }) => !date.startsWith(`${year}-`));
    if (stray) throw new ClockRulesError(`${stray.date} does not lie in ${year}`);
  }
  return {
    years: [...years]
      .sort((one, other) => one.year - other.year)
      .map((year) => ({
        ...year,
        days: [...year.days].sort((one, other) => one.date.localeCompare(other.date)),
      })),
    levels,
    weekdays: [...new Set(weekdays)].sort(),
  };
}

function refuseTwice(names: readonly string[]): void {
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice) throw new ClockRulesError(`Twice: ${twice}`);
}
