import {
  parseTicketCode,
  type ReportClass,
  type ReportFlag,
  type ReportLanguage,
  type ReportStatus,
} from '@app/report-model';
import { REPORT_FACETS } from '../report-facets.js';
import { HELD_IDS } from './legal-hold.repository.js';
import { wordsQuery } from './words-query.js';

export interface ReportFilter {
  /** These and no others. */
  readonly ids?: readonly string[] | undefined;
  readonly classes?: readonly ReportClass[] | undefined;
  readonly statuses?: readonly ReportStatus[] | undefined;
  readonly channels?: readonly string[] | undefined;
  readonly languages?: readonly ReportLanguage[] | undefined;
  readonly connectionId?: string | undefined;
  readonly agencyId?: string | undefined;
  readonly flags?: readonly ReportFlag[] | undefined;
  /** `none`: nobody's. */
  readonly assigneeId?: string | undefined;
  /** Open, and the citizen's last message has no answer. */
  readonly isUnanswered?: boolean | undefined;
  readonly awaitsApproval?: boolean | undefined;
  /** An answer failed, or it is not known whether it arrived. */
  readonly hasUndecidedReply?: boolean | undefined;
  /** `late`: given late, or not yet and its time has run out. */
  readonly firstAnswer?: 'given' | 'on-time' | 'late' | undefined;
  /** Of the citizen's rating of the answer. */
  readonly stars?: readonly number[] | undefined;
  /** Each of these. */
  readonly tags?: readonly string[] | undefined;
  /** `hide`: none that rests. `only`: only those. */
  readonly snoozed?: 'hide' | 'only' | 'any' | undefined;
  readonly receivedFrom?: string | undefined;
  readonly receivedTo?: string | undefined;
  readonly hasAttachments?: boolean | undefined;
  readonly isUnsure?: boolean | undefined;
  /** Codes of groups of topics; {@link NONE}: none was found. */
  readonly topicGroups?: readonly string[] | undefined;
  /** Code of an area, with what lies in it; `64.08.none`: without it. {@link NONE}: no place was found. */
  readonly areaCode?: string | undefined;
  readonly incidentId?: string | undefined;
  /** Kept from being erased. */
  readonly hasLegalHold?: boolean | undefined;
  /** A clock that ends before this time. */
  readonly dueBefore?: Date | undefined;
  /** Words that must all occur, the last one perhaps only begun; or a ticket code. */
  readonly text?: string | undefined;
  /** Those who are called as the words say: what they wrote is found, too. */
  readonly namedIds?: readonly string[] | undefined;
}

/** As `replies p`, in the words of the index `replies_undecided`. */
export const UNDECIDED_REPLY = `p.state in ('failed', 'unknown')`;

/** Instead of a code: there is none. */
const NONE = 'none';

const ANSWER_CONDITIONS = {
  given: 'r.first_answered_at is not null',
  'on-time': 'r.first_answered_at <= r.answer_due_at',
  late: 'coalesce(r.first_answered_at, now()) > r.answer_due_at',
};

const FLAG_CONDITIONS: Readonly<Record<ReportFlag, string>> = {
  supervisory: 'r.is_supervisory',
  publicRecord: 'r.is_public_record',
  urgent: 'r.is_urgent',
};

/** As the index `reports_waiting` and the counts of the overview have it. */
export const UNANSWERED = `r.status in ('new', 'verified', 'in-progress', 'on-hold')
  and (r.last_answered_at is null or r.last_answered_at < r.last_message_at)`;

/** What a report must be like, as SQL over `reports r`. */
export class ReportConditions {
  readonly parameters: unknown[] = [];
  private readonly conditions: string[] = [];
  /** Condition of the flag, where one is asked for together with another facet. */
  flagged: string | null = null;
  /** Behind the last row of the page before. */
  position = '';

  constructor(filter: ReportFilter) {
    const { topicGroups = [] } = filter;
    if (topicGroups.includes(NONE)) {
      const others = topicGroups.filter((one) => one !== NONE);
      this.add(
        others.length === 0
          ? 'r.topic_group is null'
          : `(r.topic_group is null or r.topic_group = any(${this.parameter(others)}::text[]))`,
      );
      this.addFacets({ ...filter, topicGroups: [] });
    } else this.addFacets(filter);
    if (filter.ids) this.add(`r.id = any(${this.parameter(filter.ids)}::uuid[])`);
    if (filter.statuses?.length) this.add(`r.status = any(${this.parameter(filter.statuses)}::text[])`);
    if (filter.dueBefore) this.add(`r.next_due_at < ${this.parameter(filter.dueBefore)}::timestamptz`);
    if (filter.assigneeId === 'none') this.add('r.assignee_id is null');
    else if (filter.assigneeId) this.add(`r.assignee_id = ${this.parameter(filter.assigneeId)}`);
    if (filter.isUnanswered) this.add(UNANSWERED);
    if (filter.awaitsApproval) {
      this.add(`r.id in (select p.report_id from replies p where p.state = 'proposed')`);
    }
    if (filter.hasUndecidedReply) {
      this.add(`r.id in (select p.report_id from replies p where ${UNDECIDED_REPLY})`);
    }
    if (filter.firstAnswer) this.add(ANSWER_CONDITIONS[filter.firstAnswer]);
    if (filter.stars?.length) {
      this.add(`r.stars is not null and r.stars = any(${this.parameter(filter.stars)}::int[])`);
    }
    if (filter.tags?.length) this.add(`r.tags <> '{}' and r.tags @> ${this.parameter(filter.tags)}::text[]`);
    if (filter.snoozed === 'only') this.add('r.snoozed_until is not null');
    if (filter.snoozed === 'hide') this.add('r.snoozed_until is null');
    if (filter.receivedFrom) {
      this.add(`r.received_at >= ${this.parameter(filter.receivedFrom)}::timestamptz`);
    }
    if (filter.receivedTo) this.add(`r.received_at < ${this.parameter(filter.receivedTo)}::timestamptz`);
    if (filter.hasAttachments === false) this.add('not r.has_attachments');
    // Codes of one level are equally long: no other area's code begins so.
    if (filter.areaCode === NONE) this.add('r.area_code is null');
    else if (filter.areaCode?.endsWith(`.${NONE}`)) {
      this.add(`r.area_code = ${this.parameter(filter.areaCode.slice(0, -NONE.length - 1))}`);
    } else if (filter.areaCode) this.add(`r.area_code like ${this.parameter(`${filter.areaCode}%`)}`);
    if (filter.incidentId) this.add(`r.incident_id = ${this.parameter(filter.incidentId)}`);
    if (filter.hasLegalHold) this.add(`r.id = any(array${HELD_IDS})`);
    if (filter.isUnsure === false) this.add('not r.is_unsure');
    if (filter.text) this.addText(filter.text, filter.namedIds ?? []);
  }

  add(condition: string): void {
    this.conditions.push(condition);
  }

  parameter(value: unknown): string {
    this.parameters.push(value);
    return `$${this.parameters.length}`;
  }

  sql(further?: string): string {
    const all = further ? [...this.conditions, further] : this.conditions;
    return all.length > 0 ? `where ${all.join(' and ')}` : '';
  }

  /** A combination is looked up as one in the index of facets; a single one has an index in the list's order. */
  private addFacets(filter: ReportFilter): void {
    const { classes, channels, languages, topicGroups, connectionId, agencyId, flags = [] } = filter;
    const among = (kind: string, values: readonly string[] = []) => values.map((value) => `${kind}:${value}`);
    const groups = [
      among('class', classes),
      among('channel', channels),
      among('language', languages),
      among('topic', topicGroups),
      among('connection', connectionId ? [connectionId] : []),
      among('agency', agencyId ? [agencyId] : []),
      filter.isUnsure ? ['unsure'] : [],
      filter.hasAttachments ? ['attachments'] : [],
      ...flags.map((flag) => [flag]),
    ].filter((group) => group.length > 0);
    // A beginning bounds the walk already.
    if (groups.length < 2 || filter.receivedFrom) return this.addSingle(filter);
    const [flag] = flags;
    if (flag) this.flagged = FLAG_CONDITIONS[flag];
    const single = groups.filter((group) => group.length === 1).flat();
    if (single.length > 0) this.add(`${REPORT_FACETS} @> ${this.parameter(single)}::text[]`);
    for (const group of groups.filter(({ length }) => length > 1)) {
      this.add(`${REPORT_FACETS} && ${this.parameter(group)}::text[]`);
    }
  }

  private addSingle(filter: ReportFilter): void {
    if (filter.classes?.length) this.add(`r.class = any(${this.parameter(filter.classes)}::text[])`);
    if (filter.channels?.length) this.add(`r.channel = any(${this.parameter(filter.channels)}::text[])`);
    if (filter.languages?.length) this.add(`r.language = any(${this.parameter(filter.languages)}::text[])`);
    if (filter.topicGroups?.length) {
      this.add(`r.topic_group = any(${this.parameter(filter.topicGroups)}::text[])`);
    }
    if (filter.connectionId) this.add(`r.connection_id = ${this.parameter(filter.connectionId)}`);
    if (filter.agencyId) this.add(`r.agency_id = ${this.parameter(filter.agencyId)}`);
    for (const flag of filter.flags ?? []) this.add(FLAG_CONDITIONS[flag]);
    if (filter.isUnsure) this.add('r.is_unsure');
    if (filter.hasAttachments) this.add('r.has_attachments');
  }

  private addText(text: string, namedIds: readonly string[]): void {
    const ticket = parseTicketCode(text);
    if (ticket) {
      this.add(`r.ticket_code = ${this.parameter(ticket)}`);
      return;
    }
    const words = wordsQuery(text, (value) => this.parameter(value));
    const written = `select s.report_id from report_search s where s.words @@ ${words}`;
    const named = () =>
      ` union all select n.id from reports n where n.contact_id = any(${this.parameter(namedIds)}::uuid[])`;
    this.add(`r.id in (${written}${namedIds.length > 0 ? named() : ''})`);
  }
}
