import type { ReportSummary } from '@app/api-contract';
import {
  OPEN_STATUSES,
  REPORT_CLASSES,
  REPORT_FLAGS,
  REPORT_LANGUAGES,
  REPORT_STATUSES,
  type ReportClass,
  type ReportFlag,
  type ReportLanguage,
  type ReportStatus,
} from '@app/report-model';

export const ANSWERS = ['given', 'on-time', 'late'] as const;
export const STARS = [1, 2, 3, 4, 5] as const;
/** Instead of a code of a topic or an area: none was found. */
export const NONE = 'none';

/** Which reports the list shows; empty lists mean all. */
export interface ReportFilter {
  readonly classes: readonly ReportClass[];
  readonly statuses: readonly ReportStatus[];
  readonly channels: readonly string[];
  readonly languages: readonly ReportLanguage[];
  readonly agencyId: string | null;
  readonly connectionId: string | null;
  readonly flags: readonly ReportFlag[];
  /** `me`: one's own. `none`: nobody's. */
  readonly assignee: 'me' | 'none' | null;
  /** Open, and the citizen's last message has no answer. */
  readonly onlyUnanswered: boolean;
  readonly onlyAwaitingApproval: boolean;
  /** An answer failed, or it is not known whether it arrived. */
  readonly onlyUndecided: boolean;
  /** Of the first answer; `late` includes what waits past its time. */
  readonly answer: (typeof ANSWERS)[number] | null;
  /** Stars that citizens gave to the answer. */
  readonly stars: readonly number[];
  readonly tags: readonly string[];
  /** Those that rest, and no others. */
  readonly onlySnoozed: boolean;
  /** Those that rest as well. */
  readonly withSnoozed: boolean;
  /** Days where the installation is, `2026-11-26`; received on the first, on the last, or between. */
  readonly from: string | null;
  readonly to: string | null;
  /** `soon` includes what is overdue. */
  readonly clock: 'overdue' | 'soon' | null;
  readonly onlyWithAttachments: boolean;
  /** Codes of groups of topics. */
  readonly topics: readonly string[];
  /** Code of an area, with what lies in it; {@link NONE} at its end: without it. */
  readonly area: string | null;
  /** Only what a person must look at first. */
  readonly onlyUnsure: boolean;
  /** Reports that were joined as this incident. */
  readonly incidentId: string | null;
  /** Kept from being erased. */
  readonly onlyLegalHold: boolean;
  readonly text: string;
  readonly order: 'newest' | 'oldest' | 'due';
}

export const EVERYTHING: ReportFilter = {
  classes: [],
  statuses: [],
  channels: [],
  languages: [],
  agencyId: null,
  connectionId: null,
  flags: [],
  assignee: null,
  onlyUnanswered: false,
  onlyAwaitingApproval: false,
  onlyUndecided: false,
  answer: null,
  stars: [],
  tags: [],
  onlySnoozed: false,
  withSnoozed: false,
  from: null,
  to: null,
  clock: null,
  onlyWithAttachments: false,
  topics: [],
  area: null,
  onlyUnsure: false,
  incidentId: null,
  onlyLegalHold: false,
  text: '',
  order: 'newest',
};

const TOPIC = /^[a-z0-9_.-]{1,60}$/;
const AREA = /^(none|\d\d(\.\d\d)?(\.none)?|\d\d\.\d\d\.\d\d(\.\d{4})?)$/;
const CHANNEL = /^[a-z0-9-]{1,40}$/;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
export const isUuid = (text: string): boolean => UUID.test(text);
export const LONGEST_SEARCH = 200;

/** Reads the address bar, where anything may stand: what is not a filter is passed over. */
export function filterFrom(search: URLSearchParams): ReportFilter {
  const [agency, connection] = [search.get('agencyId'), search.get('connectionId')];
  const [incident, area] = [search.get('incidentId'), search.get('area')];
  return {
    classes: REPORT_CLASSES.filter((one) => search.getAll('class').includes(one)),
    statuses: REPORT_STATUSES.filter((one) => search.getAll('status').includes(one)),
    channels: [...new Set(search.getAll('channel').filter((one) => CHANNEL.test(one)))].sort(),
    languages: REPORT_LANGUAGES.filter((one) => search.getAll('language').includes(one)),
    agencyId: agency !== null && UUID.test(agency) ? agency : null,
    connectionId: connection !== null && UUID.test(connection) ? connection : null,
    flags: REPORT_FLAGS.filter((one) => search.getAll('flag').includes(one)),
    assignee: oneOf(['me', 'none'] as const, search.get('assignee')) ?? null,
    onlyUnanswered: search.get('unanswered') === 'true',
    onlyAwaitingApproval: search.get('approval') === 'true',
    onlyUndecided: search.get('undecided') === 'true',
    answer: oneOf(ANSWERS, search.get('answer')) ?? null,
    stars: STARS.filter((one) => search.getAll('stars').includes(String(one))),
    tags: [...new Set(search.getAll('tag').filter((one) => one !== '' && one.length <= 40))].sort(),
    onlySnoozed: search.get('snoozed') === 'only',
    withSnoozed: search.get('snoozed') === 'any',
    from: dayOf(search.get('from')),
    to: dayOf(search.get('to')),
    clock: oneOf(['overdue', 'soon'] as const, search.get('clock')) ?? null,
    onlyWithAttachments: search.get('hasAttachments') === 'true',
    topics: [...new Set(search.getAll('topic').filter((one) => TOPIC.test(one)))].sort(),
    area: area !== null && AREA.test(area) ? area : null,
    onlyUnsure: search.get('unsure') === 'true',
    incidentId: incident !== null && UUID.test(incident) ? incident : null,
    onlyLegalHold: search.get('legalHold') === 'true',
    text: (search.get('q') ?? '').slice(0, LONGEST_SEARCH),
    order: oneOf(['newest', 'oldest', 'due'] as const, search.get('order')) ?? 'newest',
  };
}

function oneOf<Value extends string>(values: readonly Value[], given: string | null): Value | undefined {
  return values.find((value) => value === given);
}

const DAY = /^\d{4}-\d\d-\d\d$/;

function dayOf(given: string | null): string | null {
  return given !== null && DAY.test(given) && !Number.isNaN(Date.parse(given)) ? given : null;
}

/** A filter as the body of a request: several values of one name are a list. */
export function bodyOf(filter: ReportFilter): Record<string, unknown> {
  const query = parametersOf({ ...filter, order: 'newest' });
  return Object.fromEntries(
    [...new Set(query.keys())].map((name) => {
      const values = query.getAll(name);
      return [name, values.length > 1 ? values : values[0]];
    }),
  );
}

/** The address of a filter. The same filter always gives the same text. */
export function parametersOf(filter: ReportFilter): URLSearchParams {
  const search = new URLSearchParams();
  for (const one of filter.classes) search.append('class', one);
  for (const one of filter.statuses) search.append('status', one);
  for (const one of filter.channels) search.append('channel', one);
  for (const one of filter.languages) search.append('language', one);
  if (filter.agencyId !== null) search.set('agencyId', filter.agencyId);
  if (filter.connectionId !== null) search.set('connectionId', filter.connectionId);
  for (const one of filter.flags) search.append('flag', one);
  if (filter.assignee !== null) search.set('assignee', filter.assignee);
  if (filter.onlyUnanswered) search.set('unanswered', 'true');
  if (filter.onlyAwaitingApproval) search.set('approval', 'true');
  if (filter.onlyUndecided) search.set('undecided', 'true');
  if (filter.answer !== null) search.set('answer', filter.answer);
  for (const one of filter.stars) search.append('stars', String(one));
  for (const one of filter.tags) search.append('tag', one);
  if (filter.withSnoozed) search.set('snoozed', 'any');
  if (filter.onlySnoozed) search.set('snoozed', 'only');
  if (filter.from !== null) search.set('from', filter.from);
  if (filter.to !== null) search.set('to', filter.to);
  if (filter.clock !== null) search.set('clock', filter.clock);
  if (filter.onlyWithAttachments) search.set('hasAttachments', 'true');
  for (const one of filter.topics) search.append('topic', one);
  if (filter.area !== null) search.set('area', filter.area);
  if (filter.onlyUnsure) search.set('unsure', 'true');
  if (filter.incidentId !== null) search.set('incidentId', filter.incidentId);
  if (filter.onlyLegalHold) search.set('legalHold', 'true');
  if (filter.text.trim() !== '') search.set('q', filter.text.trim());
  if (filter.order !== 'newest') search.set('order', filter.order);
  return search;
}

export function isFiltered(filter: ReportFilter): boolean {
  return parametersOf({ ...filter, order: 'newest' }).size > 0;
}

/**
 * Whether a changed report still belongs in the list. Words, ratings, and whether an answer or the end of the next
 * working day was in time cannot be judged here: what was found stays found.
 */
export function isWanted(filter: ReportFilter, report: ReportSummary): boolean {
  const isAmong = (wanted: readonly string[], value: string) => wanted.length === 0 || wanted.includes(value);
  return (
    isAmong(filter.classes, report.class) &&
    isAmong(filter.statuses, report.status) &&
    isAmong(filter.channels, report.channel) &&
    isAmong(filter.languages, report.language) &&
    ((filter.clock === null && filter.order !== 'due') || report.nextDueAt !== null) &&
    (!filter.onlyWithAttachments || report.hasAttachments) &&
    (!filter.onlyUnsure || report.isUnsure) &&
    (!filter.onlyUndecided || report.hasUndecidedReply) &&
    (!filter.onlyLegalHold || report.hasLegalHold) &&
    (filter.incidentId === null || filter.incidentId === report.incident?.id) &&
    isAmong(filter.topics, report.topicGroup ?? NONE) &&
    (filter.area === null || isWithin(filter.area, report.areaCode ?? NONE)) &&
    (filter.agencyId === null || filter.agencyId === report.agency?.id) &&
    (filter.connectionId === null || filter.connectionId === report.connectionId) &&
    filter.flags.every((flag) => report.flags[flag]) &&
    filter.tags.every((tag) => report.tags.includes(tag)) &&
    (filter.assignee !== 'none' || report.assignee === null) &&
    (filter.assignee !== 'me' || report.assignee !== null) &&
    (!filter.onlyUnanswered || (report.hasUnansweredMessage && OPEN_STATUSES.includes(report.status))) &&
    (filter.text.trim() !== '' || filter.withSnoozed || filter.onlySnoozed === (report.snoozedUntil !== null))
  );
}

function isWithin(area: string, code: string): boolean {
  return area.endsWith(`.${NONE}`) ? area === `${code}.${NONE}` : code.startsWith(area);
}
