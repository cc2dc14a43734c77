import { isUuid } from '../reports/report-filter.js';
import { isPeriod, PERIODS, type Period } from './period.js';

export interface OverviewChoice {
  /** So many days up to today; null: days of one's own. */
  readonly days: number | null;
  readonly own: Period | null;
  readonly agencyId: string | null;
}

const USUAL_DAYS = 30;
const DAY = /^\d{4}-\d\d-\d\d$/;

/** Reads the address bar, where anything may stand: what is no choice is passed over. */
export function choiceFrom(search: URLSearchParams): OverviewChoice {
  const [from, to] = [search.get('from') ?? '', search.get('to') ?? ''];
  const own = [from, to].every((day) => DAY.test(day)) && isPeriod({ from, to }) ? { from, to } : null;
  const days = PERIODS.find((one) => String(one) === search.get('days')) ?? USUAL_DAYS;
  const agency = search.get('agencyId');
  return { days: own ? null : days, own, agencyId: agency !== null && isUuid(agency) ? agency : null };
}

export function parametersOfChoice({ days, own, agencyId }: OverviewChoice): URLSearchParams {
  return new URLSearchParams({
    ...(own && { from: own.from, to: own.to }),
    ...(!own && days !== null && days !== USUAL_DAYS && { days: String(days) }),
    ...(agencyId !== null && { agencyId }),
  });
}
