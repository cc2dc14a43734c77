import { Injectable } from '@nestjs/common';
import type { InboundAttachment, InboundLocation } from '@app/report-model';
import type { Queryable } from '../database.js';
import { insertRows, updateRows } from '../insert-rows.js';
import { REFRESH_COLUMNS, refreshColumns, type ReportRefresh } from './report-refresh.js';

export type { ReportRefresh };

export interface NewReport {
  readonly id: string;
  readonly connectionId: string;
  readonly conversationId: string;
  readonly contactId: string;
  readonly identityId: string;
  readonly channel: string;
  readonly ticketCode: string;
  readonly receivedAt: Date;
  readonly trackingSecretHash: Buffer | null;
  readonly isConfidential: boolean;
}

export interface NewMessage {
  readonly id: string;
  readonly reportId: string;
  readonly connectionId: string;
  readonly conversationId: string;
  readonly identityId: string | null;
  readonly rawEventId: string;
  readonly direction: 'inbound' | 'outbound';
  readonly externalId: string;
  readonly replyToExternalId?: string | undefined;
  readonly albumId?: string | undefined;
  readonly permalink?: string | undefined;
  readonly location?: InboundLocation | undefined;
  readonly sentAt: Date;
  readonly receivedAt: Date;
  readonly text: string;
  readonly notes: readonly string[];
}

export interface NewAttachment extends InboundAttachment {
  readonly id: string;
  readonly messageId: string;
  /** The event that brought it: the parts of an album come one by one. */
  readonly rawEventId: string;
  readonly position: number;
  /** Whether there is something to fetch. */
  readonly hasFile: boolean;
}

export interface NewTimelineEntry {
  readonly reportId: string;
  readonly kind: string;
  readonly actorKind: 'citizen' | 'user' | 'system' | 'token';
  readonly actorId?: string | null;
  readonly data: Readonly<Record<string, unknown>>;
}

/** Those that a person has set stay. */
const FLAG = (column: string): string =>
  `case when t.flags_source = 'person' then t.${column} else coalesce(r.${column}, t.${column}) end`;

/** Writes what a drained batch means; every method is one statement however large the batch. */
/** Where a report on hold stood before. */
const BEFORE_HOLD = `coalesce((select e.data ->> 'from' from report_events e
    where e.report_id = t.id and e.kind = 'status-changed' and e.data ->> 'to' = 'on-hold' order by e.id desc limit 1), 'new')`;

@Injectable()
export class IntakeRepository {
  async nextTicketNumbers(tx: Queryable, count: number): Promise<number[]> {
    if (count === 0) return [];
    const rows = await tx.query<{ number: string }>(
      `select nextval('ticket_numbers') as number from generate_series(1, $1)`,
      [count],
    );
    return rows.map((row) => Number(row.number));
  }

  async insertReports(
    tx: Queryable,
    reports: readonly NewReport[],
    refreshes: ReadonlyMap<string, ReportRefresh>,
  ) {
    await insertRows(
      tx,
      'reports',
      {
        id: 'uuid',
        connection_id: 'uuid',
        conversation_id: 'uuid',
        contact_id: 'uuid',
        identity_id: 'uuid',
        channel: 'text',
        ticket_code: 'text',
        received_at: 'timestamptz',
        tracking_secret_hash: 'bytea',
        is_confidential: 'boolean',
        ...REFRESH_COLUMNS,
      },
      reports.map((report) => ({
        id: report.id,
        connection_id: report.connectionId,
        conversation_id: report.conversationId,
        contact_id: report.contactId,
        identity_id: report.identityId,
        channel: report.channel,
        ticket_code: report.ticketCode,
        received_at: report.receivedAt,
        tracking_secret_hash: report.trackingSecretHash,
        is_confidential: report.isConfidential,
        ...refreshColumns(refreshes.get(report.id)),
      })),
    );
  }

  async refreshReports(tx: Queryable, refreshes: readonly ReportRefresh[]): Promise<void> {
    await updateRows(
      tx,
      'reports',
      { id: 'uuid', reopen: 'boolean', held_days: 'integer', ...REFRESH_COLUMNS },
      refreshes.map((refresh) => ({
        id: refresh.id,
        reopen: refresh.reopen,
        held_days: refresh.resumed?.heldDays,
        ...refreshColumns(refresh),
      })),
      `message_count = t.message_count + r.message_count, last_message_at = greatest(t.last_message_at, r.last_message_at),
       has_attachments = t.has_attachments or r.has_attachments, excerpt = r.excerpt,
       status = case when r.reopen then 'in-progress' when r.held_days is not null then ${BEFORE_HOLD} else t.status end,
       held_at = case when r.held_days is null then t.held_at end, held_days = coalesce(r.held_days, t.held_days),
       closed_at = case when r.reopen then null else t.closed_at end,
       snoozed_until = case when r.message_count > 0 then null else t.snoozed_until end,
       class = coalesce(r.class, t.class), confidence = coalesce(r.confidence, t.confidence),
       is_supervisory = ${FLAG('is_supervisory')}, is_urgent = ${FLAG('is_urgent')},
       is_public_record = ${FLAG('is_public_record')},
       is_unsure = coalesce(r.is_unsure, t.is_unsure),
       secondary_class = case when r.class is null then t.secondary_class else r.secondary_class end,
       language = coalesce(r.language, t.language),
       topic_code = case when t.topic_source = 'person' then t.topic_code else coalesce(r.topic_code, t.topic_code) end,
       topic_group = case when t.topic_source = 'person' then t.topic_group else coalesce(r.topic_group, t.topic_group) end,
       area_code = case when t.area_source = 'person' or r.topic_code is null then t.area_code else r.area_code end,
       verification_due_at = case when r.is_due_provisional is null then t.verification_due_at else r.verification_due_at end,
       answer_due_at = case when r.is_due_provisional is null then t.answer_due_at else r.answer_due_at end,
       completion_due_at = case when r.is_due_provisional is null then t.completion_due_at else r.completion_due_at end,
       is_due_provisional = coalesce(r.is_due_provisional, t.is_due_provisional),
       version = t.version + 1, updated_at = now()`,
      't.id = r.id',
    );
  }

  async indexForSearch(tx: Queryable, refreshes: readonly ReportRefresh[]): Promise<void> {
    await tx.query(
      `insert into report_search (report_id, words)
       select id, to_tsvector('simple', text) from unnest($1::uuid[], $2::text[]) as r(id, text)
       on conflict (report_id) do update set words = excluded.words`,
      [refreshes.map((refresh) => refresh.id), refreshes.map((refresh) => refresh.searchText)],
    );
  }

  async insertClassifications(tx: Queryable, refreshes: readonly ReportRefresh[]): Promise<void> {
    await insertRows(
      tx,
      'classifications',
      {
        report_id: 'uuid',
        source: 'text',
        class: 'text',
        confidence: 'real',
        flags: 'jsonb',
        scores: 'jsonb',
        evidence: 'jsonb',
        model_version: 'text',
        text: 'text',
        is_unsure: 'boolean',
        secondary_class: 'text',
      },
      refreshes.flatMap(({ id, classification }) =>
        classification
          ? [
              {
                report_id: id,
                source: 'model',
                class: classification.label,
                confidence: classification.confidence,
                flags: JSON.stringify(classification.flags),
                scores: JSON.stringify(classification.scores),
                evidence: JSON.stringify(classification.evidence),
                model_version: classification.modelVersion,
                text: classification.text,
                is_unsure: classification.unsure,
                secondary_class: classification.secondary,
              },
            ]
          : [],
      ),
    );
  }

  async insertMessages(tx: Queryable, messages: readonly NewMessage[]): Promise<void> {
    await insertRows(
      tx,
      'messages',
      {
        id: 'uuid',
        report_id: 'uuid',
        connection_id: 'uuid',
        conversation_id: 'uuid',
        identity_id: 'uuid',
        raw_event_id: 'bigint',
        direction: 'text',
        external_id: 'text',
        reply_to_external_id: 'text',
        album_id: 'text',
        permalink: 'text',
        latitude: 'double precision',
        longitude: 'double precision',
        location_label: 'text',
        sent_at: 'timestamptz',
        received_at: 'timestamptz',
        text: 'text',
      },
      messages.map((message) => ({
        id: message.id,
        report_id: message.reportId,
        connection_id: message.connectionId,
        conversation_id: message.conversationId,
        identity_id: message.identityId,
        raw_event_id: message.rawEventId,
        direction: message.direction,
        external_id: message.externalId,
        reply_to_external_id: message.replyToExternalId,
        album_id: message.albumId,
        permalink: message.permalink,
        latitude: message.location?.latitude,
        longitude: message.location?.longitude,
        location_label: message.location?.label,
        sent_at: message.sentAt,
        received_at: message.receivedAt,
        text: message.text,
      })),
    );
    await updateRows(
      tx,
      'messages',
      { id: 'uuid', note: 'text' },
      messages.flatMap((message) => message.notes.map((note) => ({ id: message.id, note }))),
      'notes = array_append(t.notes, r.note)',
      't.id = r.id and not r.note = any(t.notes)',
    );
  }

  async insertAttachments(tx: Queryable, attachments: readonly NewAttachment[]): Promise<void> {
    await insertRows(
      tx,
      'attachments',
      {
        id: 'uuid',
        message_id: 'uuid',
        raw_event_id: 'bigint',
        position: 'smallint',
        state: 'text',
        kind: 'text',
        external_id: 'text',
        url: 'text',
        mime_type: 'text',
        file_name: 'text',
        size_bytes: 'bigint',
        description: 'text',
        sha256: 'text',
      },
      attachments.map((attachment) => ({
        id: attachment.id,
        message_id: attachment.messageId,
        raw_event_id: attachment.rawEventId,
        position: attachment.position,
        state: attachment.sha256 ? 'stored' : attachment.hasFile ? 'pending' : 'none',
        kind: attachment.kind,
        external_id: attachment.externalId,
        url: attachment.url,
        mime_type: attachment.mimeType,
        file_name: attachment.fileName,
        size_bytes: attachment.sizeBytes,
        description: attachment.description,
        sha256: attachment.sha256,
      })),
    );
  }
}
