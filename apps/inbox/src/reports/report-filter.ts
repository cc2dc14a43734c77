import type { ReportSummary } from '@app/api-contract';
import { REPORT_CLASSES, REPORT_STATUSES, type ReportClass, type ReportStatus } from '@app/report-model';

/** Which reports the list shows; empty lists mean all. */
export interface ReportFilter {
  readonly classes: readonly ReportClass[];
  readonly statuses: readonly ReportStatus[];
  readonly channels: readonly string[];
  readonly agencyId: string | null;
  /** `soon` includes what is overdue. */
  readonly clock: 'overdue' | 'soon' | null;
  readonly onlyWithAttachments: boolean;
  /** Only what a person must look at first. */
  readonly onlyUnsure: boolean;
  readonly text: string;
  readonly order: 'newest' | 'oldest' | 'due';
}

export const EVERYTHING: ReportFilter = {
  classes: [],
  statuses: [],
  channels: [],
  agencyId: null,
  clock: null,
  onlyWithAttachments: false,
  onlyUnsure: false,
  text: '',
  order: 'newest',
};

const CHANNEL = /^[a-z0-9-]{1,40}$/;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
export const LONGEST_SEARCH = 200;

/** Reads the address bar, where anything may stand: what is not a filter is passed over. */
export function filterFrom(search: URLSearchParams): ReportFilter {
  const agency = search.get('agencyId');
  return {
    classes: REPORT_CLASSES.filter((one) => search.getAll('class').includes(one)),
    statuses: REPORT_STATUSES.filter((one) => search.getAll('status').includes(one)),
    channels: [...new Set(search.getAll('channel').filter((one) => CHANNEL.test(one)))].sort(),
    agencyId: agency !== null && UUID.test(agency) ? agency : null,
    clock: oneOf(['overdue', 'soon'] as const, search.get('clock')) ?? null,
    onlyWithAttachments: search.get('hasAttachments') === 'true',
    onlyUnsure: search.get('unsure') === 'true',
    text: (search.get('q') ?? '').slice(0, LONGEST_SEARCH),
    order: oneOf(['newest', 'oldest', 'due'] as const, search.get('order')) ?? 'newest',
  };
}

function oneOf<Value extends string>(values: readonly Value[], given: string | null): Value | undefined {
  return values.find((value) => value === given);
}

/** The address of a filter, which is also the query of `listReports`. The same filter always gives the same text. */
export function parametersOf(filter: ReportFilter): URLSearchParams {
  const search = new URLSearchParams();
  for (const one of filter.classes) search.append('class', one);
  for (const one of filter.statuses) search.append('status', one);
  for (const one of filter.channels) search.append('channel', one);
  if (filter.agencyId !== null) search.set('agencyId', filter.agencyId);
  if (filter.clock !== null) search.set('clock', filter.clock);
  if (filter.onlyWithAttachments) search.set('hasAttachments', 'true');
  if (filter.onlyUnsure) search.set('unsure', 'true');
  if (filter.text.trim() !== '') search.set('q', filter.text.trim());
  if (filter.order !== 'newest') search.set('order', filter.order);
  return search;
}

export function isFiltered(filter: ReportFilter): boolean {
  return parametersOf({ ...filter, order: 'newest' }).size > 0;
}

/**
 * Whether a changed report still belongs in the list. Words and the end of the next working day cannot be judged
 * here: what was found stays found.
 */
export function isWanted(filter: ReportFilter, report: ReportSummary): boolean {
  const isAmong = (wanted: readonly string[], value: string) => wanted.length === 0 || wanted.includes(value);
  return (
    isAmong(filter.classes, report.class) &&
    isAmong(filter.statuses, report.status) &&
    isAmong(filter.channels, report.channel) &&
    ((filter.clock === null && filter.order !== 'due') || report.nextDueAt !== null) &&
    (!filter.onlyWithAttachments || report.hasAttachments) &&
    (!filter.onlyUnsure || report.isUnsure) &&
    (filter.agencyId === null || filter.agencyId === report.agency?.id)
  );
}
