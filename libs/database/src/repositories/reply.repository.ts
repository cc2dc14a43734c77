import { Injectable } from '@nestjs/common';
import type { ClosedReason, ConversationKind, ReplyState, Role } from '@app/report-model';
import { Database, type Queryable } from '../database.js';

/** A reply that this worker has taken to send, with what the connector needs. */
export interface ReplyToSend {
  readonly id: string;
  readonly reportId: string;
  readonly connectionId: string;
  readonly idempotencyKey: string;
  readonly text: string;
  readonly ticketCode: string;
  readonly mode: 'public' | 'private' | null;
  readonly template: ReplyTemplateChoice | null;
  readonly choices: readonly string[];
  readonly attempts: number;
  readonly conversationExternalId: string;
  readonly conversationKind: ConversationKind;
  readonly conversationTitle: string | null;
  readonly conversationLastInboundAt: Date;
  readonly inReplyToExternalId: string;
  readonly inReplyToSentAt: Date;
  readonly recipientExternalId: string;
  readonly recipientHandle: string | null;
  readonly agencyId: string | null;
}

/** An approved text with its parameters, instead of free text. */
export interface ReplyTemplateChoice {
  readonly name: string;
  readonly language: string;
  readonly parameters: readonly string[];
}

/** Where a report's next answer goes: its conversation, the citizen's latest message, their account. */
export interface ReplyTargetRow {
  readonly messageId: string;
  readonly conversationId: string;
  readonly connectionId: string;
  readonly isConnectionPaused: boolean;
  /** Made up to look around; nobody is there. */
  readonly isSample: boolean;
  readonly conversationExternalId: string;
  readonly conversationKind: ConversationKind;
  readonly conversationTitle: string | null;
  readonly conversationLastInboundAt: Date;
  /** Why the citizen cannot be reached there, as far as it is known; null: they can. */
  readonly conversationClosed: ClosedReason | null;
  readonly inReplyToExternalId: string;
  readonly inReplyToSentAt: Date;
  readonly isAnsweredPrivately: boolean;
  readonly recipientExternalId: string;
  readonly recipientHandle: string | null;
}

/** What was said last on either side of a report. */
export interface LastWordsRow {
  readonly reportId: string;
  readonly isAnonymous: boolean;
  /** The citizen's last message has an answer. */
  readonly isAnswered: boolean;
  readonly answerId: string | null;
  readonly answer: string | null;
  readonly answeredAt: Date | null;
  readonly authorName: string;
  readonly messageId: string | null;
  readonly message: string | null;
}

export interface ReplyRecord {
  readonly id: string;
  readonly reportId: string;
  readonly state: ReplyState;
}

/** An answer with what a colleague decides about. */
export interface ProposedReply extends ReplyRecord {
  readonly text: string;
  readonly mode: 'public' | 'private' | null;
  readonly template: ReplyTemplateChoice | null;
  readonly choices: readonly string[];
  readonly authorId: string | null;
  readonly authorRole: Role | null;
  readonly agencyId: string | null;
}

const TARGET_COLUMNS = `v.external_id as "conversationExternalId", v.kind as "conversationKind",
  v.title as "conversationTitle",
  (select max(l.sent_at) from messages l where l.conversation_id = v.id and l.direction = 'inbound')
    as "conversationLastInboundAt",
  m.external_id as "inReplyToExternalId", m.sent_at as "inReplyToSentAt",
  i.external_id as "recipientExternalId", i.handle as "recipientHandle"`;

/** Whoever has written since then has opened it again. */
const CLOSED = `case when v.reachability_at >= (select max(l.sent_at) from messages l
    where l.conversation_id = v.id and l.direction = 'inbound') then v.closed_reason end as "conversationClosed"`;

const SENDING_SELECT = `select p.id, p.report_id as "reportId", p.connection_id as "connectionId",
  p.idempotency_key as "idempotencyKey", p.text, p.mode, p.template, p.choices, p.attempts, r.ticket_code as "ticketCode",
  r.agency_id as "agencyId", ${TARGET_COLUMNS}`;
const SENDING_JOINS = `join reports r on r.id = p.report_id join conversations v on v.id = p.conversation_id
  join messages m on m.id = p.in_reply_to_message_id join identities i on i.id = r.identity_id`;

/** Answers on their way out, and what became of them. */
@Injectable()
export class ReplyRepository {
  constructor(private readonly database: Database) {}

  async target(on: Queryable, reportId: string): Promise<ReplyTargetRow | null> {
    const [row] = await on.query<ReplyTargetRow>(
      `select m.id as "messageId", r.conversation_id as "conversationId", r.connection_id as "connectionId",
              c.status = 'paused' as "isConnectionPaused", c.is_sample as "isSample",
              exists (select from replies a where a.in_reply_to_message_id = m.id and a.mode = 'private'
                        and a.state not in ('failed', 'cancelled')) as "isAnsweredPrivately", ${CLOSED}, ${TARGET_COLUMNS}
         from reports r join connections c on c.id = r.connection_id join conversations v on v.id = r.conversation_id
         join identities i on i.id = r.identity_id
         join lateral (select * from messages where report_id = r.id and direction = 'inbound'
                        order by deleted_at is not null, sent_at desc, id desc limit 1) m on true
        where r.id = $1`,
      [reportId],
    );
    return row ?? null;
  }

  async byKey(tx: Queryable, reportId: string, idempotencyKey: string): Promise<ReplyRecord | null> {
    const [row] = await tx.query<ReplyRecord>(
      `select id, report_id as "reportId", state from replies where report_id = $1 and idempotency_key = $2`,
      [reportId, idempotencyKey],
    );
    return row ?? null;
  }

  /** Those of the reports that have an answer of this key. */
  async haveKey(on: Queryable, reportIds: readonly string[], idempotencyKey: string): Promise<string[]> {
    const rows = await on.query<{ id: string }>(
      'select report_id as id from replies where report_id = any($1::uuid[]) and idempotency_key = $2',
      [reportIds, idempotencyKey],
    );
    return rows.map(({ id }) => id);
  }

  /** The newest answer of each report that was not cancelled and did not fail, and what its citizen wrote last. */
  async lastWords(on: Queryable, reportIds: readonly string[]): Promise<LastWordsRow[]> {
    return on.query<LastWordsRow>(
      `select r.id as "reportId", c.is_anonymous as "isAnonymous", p.id as "answerId", p.text as answer,
              p.created_at as "answeredAt", coalesce(u.name, '') as "authorName", m.id as "messageId", m.text as message,
              coalesce(greatest(p.created_at, r.last_answered_at) >= r.last_message_at, false) as "isAnswered"
         from reports r join contacts c on c.id = r.contact_id
         left join lateral (select * from replies where report_id = r.id and state not in ('failed', 'cancelled')
                             order by created_at desc, id desc limit 1) p on true
         left join users u on u.id = p.author_id
         left join lateral (select * from messages where report_id = r.id and direction = 'inbound' and deleted_at is null
                             order by sent_at desc, id desc limit 1) m on true
        where r.id = any($1::uuid[])`,
      [reportIds],
    );
  }

  async lock(tx: Queryable, id: string): Promise<(ReplyRecord & { agencyId: string | null }) | null> {
    const [row] = await tx.query<ReplyRecord & { agencyId: string | null }>(
      `select p.id, p.report_id as "reportId", p.state, r.agency_id as "agencyId"
         from replies p join reports r on r.id = p.report_id where p.id = $1 for update of p`,
      [id],
    );
    return row ?? null;
  }

  async lockProposed(tx: Queryable, id: string): Promise<ProposedReply | null> {
    const [row] = await tx.query<ProposedReply>(
      `select p.id, p.report_id as "reportId", p.state, p.text, p.mode, p.template, p.author_id as "authorId",
              p.choices, u.role as "authorRole", r.agency_id as "agencyId"
         from replies p join reports r on r.id = p.report_id left join users u on u.id = p.author_id
        where p.id = $1 for update of p`,
      [id],
    );
    return row ?? null;
  }

  async insert(
    tx: Queryable,
    reply: {
      readonly id: string;
      readonly reportId: string;
      readonly target: ReplyTargetRow;
      readonly authorId: string | null;
      readonly idempotencyKey: string;
      readonly text: string;
      readonly mode: 'public' | 'private' | null;
      readonly template: ReplyTemplateChoice | null;
      readonly choices: readonly string[];
      readonly state: 'queued' | 'proposed';
    },
  ): Promise<void> {
    await tx.query(
      `insert into replies (id, report_id, connection_id, conversation_id, in_reply_to_message_id, author_id,
                            idempotency_key, text, mode, template, choices, state)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
      [
        reply.id,
        reply.reportId,
        reply.target.connectionId,
        reply.target.conversationId,
        reply.target.messageId,
        reply.authorId,
        reply.idempotencyKey,
        reply.text,
        reply.mode,
        reply.template && JSON.stringify(reply.template),
        reply.choices,
        reply.state,
      ],
    );
    await tx.query(
      `update reports set status = case when status in ('new', 'verified') then 'in-progress' else status end,
              version = version + 1, updated_at = now() where id = $1`,
      [reply.reportId],
    );
  }

  async connectionOf(id: string): Promise<string | null> {
    const [row] = await this.database.query<{ connectionId: string }>(
      `select connection_id as "connectionId" from replies where id = $1`,
      [id],
    );
    return row?.connectionId ?? null;
  }

  /** Takes a queued reply for sending; `null` when it is not queued, not due or another worker has it. */
  async take(id: string): Promise<ReplyToSend | null> {
    const [row] = await this.database.query<ReplyToSend>(
      `with taken as (
         update replies set state = 'sending', sending_since = now(), attempts = attempts + 1
          where id = $1 and state = 'queued' and (next_attempt_at is null or next_attempt_at <= now()) returning *),
       attempt as (insert into reply_attempts (reply_id) select id from taken)
       ${SENDING_SELECT} from taken p ${SENDING_JOINS}`,
      [id],
    );
    return row ?? null;
  }

  /** As {@link take}, of a reply that stays as it is. */
  async sending(id: string): Promise<ReplyToSend | null> {
    const [row] = await this.database.query<ReplyToSend>(
      `${SENDING_SELECT} from replies p ${SENDING_JOINS} where p.id = $1`,
      [id],
    );
    return row ?? null;
  }

  async isUnknown(id: string): Promise<boolean> {
    const rows = await this.database.query(`select from replies where id = $1 and state = 'unknown'`, [id]);
    return rows.length > 0;
  }

  async markSent(
    tx: Queryable,
    id: string,
    sent: {
      readonly externalId: string | null;
      readonly permalink: string | null;
      readonly isDelivered: boolean;
    },
  ): Promise<void> {
    await tx.query(
      `update replies set state = $4, external_id = coalesce($2, external_id), permalink = $3, problem = null,
              sent_at = coalesce(sent_at, now()), sending_since = null, check_requested_at = null,
              delivered_at = case when $4 = 'delivered' then now() end where id = $1`,
      [id, sent.externalId, sent.permalink, sent.isDelivered ? 'delivered' : 'sent'],
    );
    await tx.query(
      `update reports r set first_answered_at = coalesce(r.first_answered_at, now()), last_answered_at = now(),
              version = r.version + 1, updated_at = now() from replies p where p.id = $1 and r.id = p.report_id`,
      [id],
    );
  }

  /** @returns those of `ids` in this report that had arrived and were not yet read; they are now */
  async markRead(tx: Queryable, reportId: string, ids: readonly string[]): Promise<string[]> {
    const rows = await tx.query<{ id: string }>(
      `update replies set state = 'read', read_at = now()
        where report_id = $1 and id = any($2::uuid[]) and state = 'delivered' returning id`,
      [reportId, ids],
    );
    return rows.map((row) => row.id);
  }

  async setState(
    tx: Queryable,
    id: string,
    state: ReplyState,
    problem: string | null,
    nextAttemptAt: Date | null = null,
  ): Promise<void> {
    await tx.query(
      `update replies set state = $2, problem = $3, next_attempt_at = $4, sending_since = null,
              check_requested_at = null where id = $1`,
      [id, state, problem, nextAttemptAt],
    );
  }

  /** A taken reply that has to wait for its turn: as if it had not been taken. */
  async putBack(id: string, nextAttemptAt: Date): Promise<void> {
    await this.database.query(
      `with waiting as (
         update replies set state = 'queued', attempts = attempts - 1, next_attempt_at = $2, sending_since = null
          where id = $1 and state = 'sending' returning id)
       delete from reply_attempts a using waiting w where a.reply_id = w.id and a.ended_at is null`,
      [id, nextAttemptAt],
    );
  }

  /**
   * Queued replies that are due and older than `olderThanMs`: their job was lost.
   * @param except connections whose replies wait for something else
   */
  async overdue(olderThanMs: number, except: readonly string[] = []): Promise<string[]> {
    const rows = await this.database.query<{ id: string }>(
      `select id from replies where state = 'queued' and connection_id <> all($2::uuid[])
          and coalesce(next_attempt_at, created_at + $1 * interval '1 millisecond') <= now()
        order by created_at limit 200`,
      [olderThanMs, except],
    );
    return rows.map((row) => row.id);
  }

  /** Replies whose sender died in the middle; one with files may take three times as long. */
  async stuck(olderThanMs: number): Promise<{ id: string; connectionId: string }[]> {
    return this.database.query(
      `select id, connection_id as "connectionId" from replies p
        where state = 'sending' and sending_since < now() - $1 * interval '1 millisecond' *
              case when exists (select from reply_files f where f.reply_id = p.id) then 3 else 1 end limit 200`,
      [olderThanMs],
    );
  }
}
