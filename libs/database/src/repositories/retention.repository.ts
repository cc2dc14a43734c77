import { Injectable } from '@nestjs/common';
import { Database, type Queryable } from '../database.js';
import { HELD, HELD_EVENT } from './legal-hold.repository.js';

/** Kinds whose time counts from the end of a report, or from its receipt. */
export type ReportKind = 'contents' | 'attachments' | 'spam';
/** Rows that nothing but people's curiosity needs any more. */
export type LogKind = 'audit-log' | 'deliveries' | 'sessions';

export interface DueReport {
  readonly id: string;
  readonly ticketCode: string;
  /** When it was closed, of spam: received. Microseconds, for the next page. */
  readonly at: string;
  readonly isHeld: boolean;
}

/** Contacts all of whose reports ended, or were spam received, before these times. */
export interface ContactLimits {
  readonly endedBefore: Date | null;
  readonly spamBefore: Date | null;
}
export interface DueContact {
  readonly id: string;
  readonly isHeld: boolean;
}

export interface ContactReport {
  readonly id: string;
  readonly ticketCode: string;
  readonly isHeld: boolean;
  /** Nobody works on it any more. */
  readonly isOver: boolean;
  readonly isErased: boolean;
}

export interface DueEvent {
  readonly id: string;
  /** Old enough. */
  readonly isOld: boolean;
  readonly isErased: boolean;
  /** Settled, with nothing left to fetch. */
  readonly isSettled: boolean;
  readonly isHeld: boolean;
}

/** Reports that nobody works on any more: since when. */
const ENDED = `(case when r.status = 'not-our-authority' then r.updated_at else r.closed_at end)`;
/** An answer on its way needs its words. */
const IDLE = `not exists (select from replies p where p.report_id = r.id
  and p.state in ('queued', 'sending', 'proposed', 'unknown'))`;
const REPORTS: Readonly<Record<ReportKind, { readonly at: string; readonly isKept: string }>> = {
  contents: {
    at: ENDED,
    isKept: '(r.contents_erased_at is null or r.contents_erased_at < r.updated_at)',
  },
  attachments: { at: ENDED, isKept: '(r.media_erased_at is null or r.media_erased_at < r.updated_at)' },
  spam: {
    at: 'r.received_at',
    isKept: `r.class = 'spam' and not r.is_unsure
      and (r.contents_erased_at is null or r.contents_erased_at < r.updated_at)`,
  },
};
/** Asked for each report in turn: as conditions, both would be answered for all reports first. */
const HAS_FILES = `coalesce(
  (select true from messages m join attachments a on a.message_id = m.id
    where m.report_id = r.id and a.state <> 'erased' limit 1),
  (select true from reply_files f where f.report_id = r.id limit 1), false)`;

const LOGS: Readonly<Record<LogKind, readonly (readonly [table: string, key: string, isOld: string])[]>> = {
  'audit-log': [['audit_log', 'id', 't.at < $1']],
  deliveries: [
    ['webhook_deliveries', 'id', `t.state <> 'pending' and t.created_at < $1`],
    [
      'reply_attempts',
      'id',
      `t.ended_at < $1 and not exists (select from replies p where p.id = t.reply_id
         and p.state in ('queued', 'sending', 'proposed', 'unknown'))`,
    ],
  ],
  sessions: [
    ['sessions', 'token_hash', 't.expires_at < $1'],
    ['one_time_links', 'token_hash', 'coalesce(t.used_at, t.expires_at) < $1'],
  ],
};

/** What is older than its rule allows. */
@Injectable()
export class RetentionRepository {
  constructor(private readonly database: Database) {}

  /** Those that have something to erase, the longest ended first, behind `after`. */
  async reports(
    kind: ReportKind,
    before: Date,
    after: DueReport | null,
    limit: number,
  ): Promise<DueReport[]> {
    const { at, isKept } = REPORTS[kind];
    return this.database.query<DueReport>(
      `select r.id, r.ticket_code as "ticketCode", to_json(${at}) #>> '{}' as at, ${HELD} as "isHeld" from reports r
        where ${at} < $1 and ${isKept} and ${IDLE} ${kind === 'attachments' ? `and ${HAS_FILES}` : ''}
          and ($2::timestamptz is null or (${at}, r.id) > ($2::timestamptz, $3::uuid))
        order by ${at}, r.id limit $4`,
      [before, after?.at ?? null, after?.id ?? null, limit],
    );
  }

  /** Of these, locked: those that still may go. A hold that was placed meanwhile counts. */
  async lockReports(
    tx: Queryable,
    kind: ReportKind,
    before: Date,
    ids: readonly string[],
  ): Promise<string[]> {
    const { at, isKept } = REPORTS[kind];
    const rows = await tx.query<{ id: string }>(
      `select r.id from reports r where r.id = any($1::uuid[]) order by r.id for update`,
      [ids],
    );
    const found = await tx.query<{ id: string }>(
      `select r.id from reports r where r.id = any($1::uuid[]) and ${at} < $2 and ${isKept} and ${IDLE} and not ${HELD}`,
      [rows.map(({ id }) => id), before],
    );
    return found.map(({ id }) => id);
  }

  async contacts(limits: ContactLimits, after: string | null, limit: number): Promise<DueContact[]> {
    return this.database.query<DueContact>(
      `select c.id, exists (select from reports r where r.contact_id = c.id and ${HELD}) as "isHeld" from contacts c
        where ${DUE_CONTACT} and ($3::uuid is null or c.id > $3) order by c.id limit $4`,
      [limits.endedBefore, limits.spamBefore, after, limit],
    );
  }

  /** Of these: those that still may go; their reports are locked. */
  async lockContacts(tx: Queryable, limits: ContactLimits, ids: readonly string[]): Promise<string[]> {
    await tx.query('select from reports where contact_id = any($1::uuid[]) order by id for update', [ids]);
    const rows = await tx.query<{ id: string }>(
      `select c.id from contacts c where c.id = any($3::uuid[]) and ${DUE_CONTACT}
          and not exists (select from reports r where r.contact_id = c.id and ${HELD})`,
      [limits.endedBefore, limits.spamBefore, ids],
    );
    return rows.map(({ id }) => id);
  }

  /** The next events behind `after`, the oldest first, due or not. */
  async events(
    before: Date,
    after: string,
    limit: number,
    on: Queryable = this.database,
  ): Promise<DueEvent[]> {
    return on.query<DueEvent>(
      `select e.id, e.received_at < $1 as "isOld",
              e.erased_at is not null as "isErased", e.state in ('shown', 'merged', 'ignored')
                and not exists (select from attachments a where a.raw_event_id = e.id and a.state = 'pending')
                as "isSettled",
              coalesce((select ${HELD} from messages m join reports r on r.id = m.report_id where m.id = e.message_id), false)
                as "isHeld"
         from raw_events e where e.id > $2::bigint order by e.id limit $3`,
      [before, after, limit],
    );
  }

  /** Events in quarantine behind `after` that are old enough, the oldest first. */
  async setAside(before: Date, after: string, limit: number): Promise<{ id: string; isHeld: boolean }[]> {
    return this.database.query(
      `select e.id, ${HELD_EVENT} as "isHeld" from raw_events e
        where e.state = 'quarantined' and e.received_at < $1 and e.id > $2::bigint order by e.id limit $3`,
      [before, after, limit],
    );
  }

  /** Every report of a contact, the latest first. */
  async reportsOf(on: Queryable, contactId: string): Promise<ContactReport[]> {
    return on.query<ContactReport>(
      `select r.id, r.ticket_code as "ticketCode", ${HELD} as "isHeld", ${ENDED} is not null and ${IDLE} as "isOver",
              r.contents_erased_at is not null as "isErased"
         from reports r where r.contact_id = $1 order by r.received_at desc`,
      [contactId],
    );
  }

  /** So many at most; counted up to `limit`. */
  async countLog(kind: LogKind, before: Date, limit: number): Promise<number> {
    let count = 0;
    for (const [table, , isOld] of LOGS[kind]) {
      const [row] = await this.database.query<{ count: number }>(
        `select count(*)::int as count from (select from ${table} t where ${isOld} limit $2) x`,
        [before, limit],
      );
      count += row?.count ?? 0;
    }
    return count;
  }

  /** @returns how many are gone now; 0 when none is left */
  async trimLog(tx: Queryable, kind: LogKind, before: Date, limit: number): Promise<number> {
    let count = 0;
    for (const [table, key, isOld] of LOGS[kind]) {
      const rows = await tx.query(
        `delete from ${table} where ${key} in (select t.${key} from ${table} t where ${isOld} limit $2) returning 1`,
        [before, limit],
      );
      count += rows.length;
    }
    return count;
  }
}

const DUE_CONTACT = `c.erased_at is null and exists (select from reports r where r.contact_id = c.id)
  and not exists (select from reports r where r.contact_id = c.id
     and not coalesce(${ENDED} < $1::timestamptz, false)
     and not coalesce(r.class = 'spam' and not r.is_unsure and r.received_at < $2::timestamptz, false))`;
