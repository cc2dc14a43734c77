import type { ClockRules } from '@app/api-contract';

export type Year = ClockRules['years'][number];
export type Day = Year['days'][number];
export type Level = ClockRules['levels'][number];

/** The years with this one instead of the same one. */
export function withYear(years: readonly Year[], changed: Year): Year[] {
  const others = years.filter(({ year }) => year !== changed.year);
  return [...others, changed].sort((one, other) => one.year - other.year);
}

/** The levels with this one; one of the same matter, stage and first day gives way. */
export function withLevel(levels: readonly Level[], changed: Level): Level[] {
  const isSame = (one: Level) =>
    one.matter === changed.matter && one.stage === changed.stage && one.validFrom === changed.validFrom;
  return [...levels.filter((one) => !isSame(one)), changed];
}

/** Of one matter and stage: what is in force on a day, and what comes later, in order. */
export function levelsFrom(
  levels: readonly Level[],
  { matter, stage }: Pick<Level, 'matter' | 'stage'>,
  today: string,
): Level[] {
  const own = levels
    .filter((one) => one.matter === matter && one.stage === stage)
    .sort((one, other) => one.validFrom.localeCompare(other.validFrom));
  const current = own.findLastIndex(({ validFrom }) => validFrom <= today);
  return own.slice(Math.max(0, current));
}
