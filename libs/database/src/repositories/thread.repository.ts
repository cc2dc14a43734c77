import { Injectable } from '@nestjs/common';
import type { ReplyState, ReportClass, ReportFlags, ReportStatus } from '@app/report-model';
import type { Queryable } from '../database.js';
import { knownIds } from '../known-ids.js';

/** A message we have, as far as threading needs it. */
export interface KnownMessage {
  readonly id: string;
  readonly reportId: string;
  readonly connectionId: string;
  readonly externalId: string;
  readonly text: string;
  /** The platform gave no content with it. */
  readonly isWithheld: boolean;
  readonly editedAt: Date | null;
  readonly deletedAt: Date | null;
}

export interface KnownReply {
  readonly id: string;
  readonly reportId: string;
  readonly connectionId: string;
  readonly externalId: string;
  readonly state: ReplyState;
}

/** An answer of which nobody knows whether it went out; the platform may know it by its key. */
export interface UnknownReply {
  readonly id: string;
  readonly reportId: string;
  readonly connectionId: string;
  readonly idempotencyKey: string;
}

/** An answer that is being sent, or whose fate is unknown. */
export interface UncertainReply {
  readonly id: string;
  readonly reportId: string;
  readonly conversationId: string;
  readonly state: 'sending' | 'unknown';
  readonly text: string;
}

/** A report that a message may join. */
export interface KnownReport {
  readonly id: string;
  readonly conversationId: string;
  readonly contactId: string;
  readonly agencyId: string | null;
  readonly status: ReportStatus;
  readonly class: ReportClass;
  readonly flags: ReportFlags;
  readonly classSource: 'model' | 'person';
  readonly flagsSource: 'model' | 'person';
  readonly receivedAt: Date;
  /** Since when it waits for the citizen, and the working days it waited before. */
  readonly heldAt: Date | null;
  readonly heldDays: number;
  readonly lastMessageAt: Date;
  readonly ticketCode: string;
}

export interface KnownAlbum {
  readonly conversationId: string;
  readonly albumId: string;
  readonly messageId: string;
  readonly reportId: string;
  readonly text: string;
  readonly attachmentCount: number;
}

interface ExternalKey {
  readonly connectionId: string;
  readonly externalId: string;
}

const REPORT_COLUMNS = `r.id, r.conversation_id as "conversationId", r.contact_id as "contactId",
  r.agency_id as "agencyId", r.status, r.class_source as "classSource", r.flags_source as "flagsSource",
  r.class, jsonb_build_object('supervisory', r.is_supervisory, 'publicRecord', r.is_public_record,
  'urgent', r.is_urgent) as flags, r.received_at as "receivedAt", r.held_at as "heldAt", r.held_days as "heldDays",
  r.last_message_at as "lastMessageAt", r.ticket_code as "ticketCode"`;

/** What threading looks up, for a whole batch at once. */
@Injectable()
export class ThreadRepository {
  async messages(tx: Queryable, keys: readonly ExternalKey[]): Promise<KnownMessage[]> {
    if (keys.length === 0) return [];
    return tx.query<KnownMessage>(
      `select m.id, m.report_id as "reportId", m.connection_id as "connectionId", k.external_id as "externalId",
              m.text, 'content-withheld' = any(m.notes) as "isWithheld", m.edited_at as "editedAt", m.deleted_at as "deletedAt"
         from unnest($1::uuid[], $2::text[]) as k(connection_id, external_id) ${knownIds('k.external_id')}
         join messages m on m.connection_id = k.connection_id and m.external_id = known.id`,
      columns(keys),
    );
  }

  async replies(tx: Queryable, keys: readonly ExternalKey[]): Promise<KnownReply[]> {
    if (keys.length === 0) return [];
    return tx.query<KnownReply>(
      `select p.id, p.report_id as "reportId", p.connection_id as "connectionId", p.external_id as "externalId", p.state
         from unnest($1::uuid[], $2::text[]) as k(connection_id, external_id)
         join replies p on p.connection_id = k.connection_id and p.external_id = k.external_id
       union all
       select p.id, p.report_id, t.connection_id, t.external_id, p.state
         from unnest($1::uuid[], $2::text[]) as k(connection_id, external_id)
         join reply_parts t on t.connection_id = k.connection_id and t.external_id = k.external_id
         join replies p on p.id = t.reply_id`,
      columns(keys),
    );
  }

  /** Answers that went out before a moment and may have been read since, by the key's position. */
  async repliesUpTo(
    tx: Queryable,
    keys: readonly {
      readonly connectionId: string;
      readonly conversationExternalId: string;
      readonly upTo: Date;
    }[],
  ): Promise<(KnownReply & { readonly position: number })[]> {
    if (keys.length === 0) return [];
    // The platform's time of a message lies between our asking and its answer.
    return tx.query(
      `select p.id, p.report_id as "reportId", p.connection_id as "connectionId", p.external_id as "externalId",
              p.state, (k.position - 1)::int as position
         from unnest($1::uuid[], $2::text[], $3::timestamptz[]) with ordinality
              as k(connection_id, external_id, up_to, position)
         join conversations v on v.connection_id = k.connection_id and v.external_id = k.external_id
         join replies p on p.conversation_id = v.id and p.state in ('sending', 'sent', 'delivered')
        where coalesce((select max(a.started_at) from reply_attempts a where a.reply_id = p.id), p.sent_at)
                <= k.up_to order by p.created_at`,
      [
        keys.map((key) => key.connectionId),
        keys.map((key) => key.conversationExternalId),
        keys.map((key) => key.upTo),
      ],
    );
  }

  async repliesOfUnknownFate(
    tx: Queryable,
    keys: readonly { readonly connectionId: string; readonly idempotencyKey: string }[],
  ): Promise<UnknownReply[]> {
    if (keys.length === 0) return [];
    return tx.query<UnknownReply>(
      `select p.id, p.report_id as "reportId", p.connection_id as "connectionId", p.idempotency_key as "idempotencyKey"
         from replies p join unnest($1::uuid[], $2::text[]) as k(connection_id, key)
           on p.connection_id = k.connection_id and p.idempotency_key::text = k.key
        where p.state = 'unknown'`,
      [keys.map((key) => key.connectionId), keys.map((key) => key.idempotencyKey)],
    );
  }

  /** Answers in these conversations of which it is not known yet whether the platform has them. */
  async uncertainReplies(tx: Queryable, conversationIds: readonly string[]): Promise<UncertainReply[]> {
    if (conversationIds.length === 0) return [];
    return tx.query<UncertainReply>(
      `select id, report_id as "reportId", conversation_id as "conversationId", state, text from replies
        where conversation_id = any($1::uuid[]) and state in ('sending', 'unknown') order by created_at`,
      [conversationIds],
    );
  }

  async albums(
    tx: Queryable,
    keys: readonly { readonly conversationId: string; readonly albumId: string }[],
  ): Promise<KnownAlbum[]> {
    if (keys.length === 0) return [];
    return tx.query<KnownAlbum>(
      `select m.conversation_id as "conversationId", m.album_id as "albumId", m.id as "messageId",
              m.report_id as "reportId", m.text,
              (select count(*)::int from attachments a where a.message_id = m.id) as "attachmentCount"
         from messages m join unnest($1::uuid[], $2::text[]) as k(conversation_id, album_id)
           on m.conversation_id = k.conversation_id and m.album_id = k.album_id`,
      [keys.map((key) => key.conversationId), keys.map((key) => key.albumId)],
    );
  }

  /** The newest report of each contact in each conversation. */
  async newestReports(
    tx: Queryable,
    keys: readonly { readonly conversationId: string; readonly contactId: string }[],
  ): Promise<KnownReport[]> {
    if (keys.length === 0) return [];
    return tx.query<KnownReport>(
      `select ${REPORT_COLUMNS} from unnest($1::uuid[], $2::uuid[]) as k(conversation_id, contact_id)
         cross join lateral (
           select * from reports where conversation_id = k.conversation_id and contact_id = k.contact_id
            order by last_message_at desc limit 1) r`,
      [keys.map((key) => key.conversationId), keys.map((key) => key.contactId)],
    );
  }

  /** The newest report of each conversation, whoever's it is. */
  async newestReportsOf(tx: Queryable, conversationIds: readonly string[]): Promise<KnownReport[]> {
    if (conversationIds.length === 0) return [];
    return tx.query<KnownReport>(
      `select ${REPORT_COLUMNS} from (select distinct unnest($1::uuid[])) as k(conversation_id)
         cross join lateral (
           select * from reports where conversation_id = k.conversation_id
            order by last_message_at desc limit 1) r`,
      [conversationIds],
    );
  }

  async reports(
    tx: Queryable,
    ids: readonly string[],
    ticketCodes: readonly string[],
  ): Promise<KnownReport[]> {
    if (ids.length === 0 && ticketCodes.length === 0) return [];
    return tx.query<KnownReport>(
      `select ${REPORT_COLUMNS} from reports r where r.id = any($1::uuid[])
        union select ${REPORT_COLUMNS} from reports r where r.ticket_code = any($2::text[])`,
      [ids, ticketCodes],
    );
  }

  /** The citizen's own words in each report, in order, without deleted ones. */
  async inboundTexts(tx: Queryable, reportIds: readonly string[]): Promise<Map<string, string[]>> {
    const texts = new Map<string, string[]>();
    if (reportIds.length === 0) return texts;
    const rows = await tx.query<{ reportId: string; text: string }>(
      `select report_id as "reportId", text from messages
        where report_id = any($1::uuid[]) and direction = 'inbound' and deleted_at is null
        order by report_id, sent_at, id`,
      [reportIds],
    );
    for (const row of rows) texts.set(row.reportId, [...(texts.get(row.reportId) ?? []), row.text]);
    return texts;
  }

  /** The first location that was shared in each report that has one. */
  async sharedPoints(
    tx: Queryable,
    reportIds: readonly string[],
  ): Promise<Map<string, { readonly latitude: number; readonly longitude: number }>> {
    const rows = await tx.query<{ reportId: string; latitude: number; longitude: number }>(
      `select distinct on (report_id) report_id as "reportId", latitude, longitude from messages
        where report_id = any($1::uuid[]) and direction = 'inbound' and deleted_at is null and latitude is not null
        order by report_id, sent_at, id`,
      [reportIds],
    );
    return new Map(rows.map(({ reportId, ...point }) => [reportId, point]));
  }
}

function columns(keys: readonly ExternalKey[]): unknown[] {
  return [keys.map((key) => key.connectionId), keys.map((key) => key.externalId)];
}
