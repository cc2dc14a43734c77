import { Injectable } from '@nestjs/common';
import type { DeliveryStatus } from '@app/report-model';
import type { Queryable } from '../database.js';
import { insertRows, updateRows } from '../insert-rows.js';
import { HELD } from './legal-hold.repository.js';
import type { NewTimelineEntry } from './intake.repository.js';

/** Edits, deletions, reactions and delivery states of messages that are already there. */
@Injectable()
export class MessageChangeRepository {
  /** Replaces a text and keeps the old one. */
  async edit(
    tx: Queryable,
    edit: {
      readonly messageId: string;
      readonly oldText: string;
      readonly text: string;
      readonly editedAt: Date;
    },
  ): Promise<void> {
    await tx.query('insert into message_revisions (message_id, replaced_at, text) values ($1, $2, $3)', [
      edit.messageId,
      edit.editedAt,
      edit.oldText,
    ]);
    await tx.query('update messages set text = $2, edited_at = $3 where id = $1', [
      edit.messageId,
      edit.text,
      edit.editedAt,
    ]);
  }

  /** The platform has now said what it withheld at first: no change by its author, so nothing is kept of before. */
  async complete(tx: Queryable, messageId: string, text: string): Promise<void> {
    await tx.query(
      `update messages set text = $2, notes = array_remove(notes, 'content-withheld') where id = $1`,
      [messageId, text],
    );
  }

  async markDeleted(tx: Queryable, messageId: string, deletedAt: Date): Promise<void> {
    await tx.query('update messages set deleted_at = coalesce(deleted_at, $2) where id = $1', [
      messageId,
      deletedAt,
    ]);
  }

  /**
   * Removes what a message said, in every place where it is kept; that it was there stays. Its files go with the next
   * sweep. Of a report on hold everything stays. @param eventIds of its events that are being settled in this transaction
   */
  async erase(tx: Queryable, messageId: string, eventIds: readonly string[]): Promise<void> {
    const held = await tx.query(
      `select from messages m join reports r on r.id = m.report_id where m.id = $1 and ${HELD}`,
      [messageId],
    );
    if (held.length > 0) return;
    await tx.query(
      `update messages set text = '', latitude = null, longitude = null, location_label = null,
              notes = array_append(array_remove(notes, 'erased'), 'erased') where id = $1`,
      [messageId],
    );
    await tx.query('delete from message_revisions where message_id = $1', [messageId]);
    await tx.query(
      `update attachments set state = 'erased', sha256 = null, external_id = null, url = null, mime_type = null,
              file_name = null, description = null, size_bytes = null, latitude = null, longitude = null,
              refusal = null, problem = null, next_attempt_at = null where message_id = $1`,
      [messageId],
    );
    await tx.query(
      `update classifications set text = '', evidence = '[]'
        where report_id = (select report_id from messages where id = $1)`,
      [messageId],
    );
    await tx.query(
      `update raw_events set payload = convert_to('{"erased":true}', 'UTF8')
        where (state = 'merged' and message_id = $1) or id = any($2::bigint[])
           or id = (select raw_event_id from messages where id = $1)`,
      [messageId, eventIds],
    );
  }

  /** An empty emoji takes the reaction back. */
  async react(tx: Queryable, messageId: string, identityId: string, emoji: string): Promise<void> {
    if (emoji === '') {
      await tx.query('delete from message_reactions where message_id = $1 and identity_id = $2', [
        messageId,
        identityId,
      ]);
      return;
    }
    await tx.query(
      `insert into message_reactions (message_id, identity_id, emoji) values ($1, $2, $3)
       on conflict (message_id, identity_id) do update set emoji = excluded.emoji, reacted_at = now()`,
      [messageId, identityId, emoji],
    );
  }

  /** Moves a reply's state forward only: `read` is not undone by a late `delivered`. */
  async updateDelivery(
    tx: Queryable,
    replyId: string,
    status: DeliveryStatus,
    at: Date,
    reason: string | null,
    externalId: string,
  ): Promise<boolean> {
    const rows = await tx.query(
      `update replies set state = $2, problem = case when $2 = 'failed' then $4 else problem end,
              external_id = coalesce(external_id, $5), sent_at = coalesce(sent_at, $3),
              delivered_at = case when $2 in ('delivered', 'read') then coalesce(delivered_at, $3) else delivered_at end,
              read_at = case when $2 = 'read' then coalesce(read_at, $3) else read_at end
        where id = $1 and array_position(array['queued','sending','unknown','sent','delivered','read','failed'], state)
                        < array_position(array['queued','sending','unknown','sent','delivered','read','failed'], $2)
        returning id`,
      [replyId, status, at, reason, externalId],
    );
    return rows.length > 0;
  }

  /** The platform shows an answer of unknown fate: it has arrived. */
  async confirmReply(tx: Queryable, replyId: string, externalId: string, at: Date): Promise<void> {
    await tx.query(
      `with confirmed as (
         update replies set state = 'sent', external_id = $2, sent_at = coalesce(sent_at, $3), problem = null,
                check_requested_at = null where id = $1 and state = 'unknown' returning report_id, id),
       attempt as (
         update reply_attempts set outcome = 'sent', external_id = $2
          where id = (select max(a.id) from reply_attempts a join confirmed c on c.id = a.reply_id))
       update reports r set first_answered_at = coalesce(r.first_answered_at, $3),
              last_answered_at = greatest(r.last_answered_at, $3), version = r.version + 1
         from confirmed c where r.id = c.report_id`,
      [replyId, externalId, at],
    );
  }

  /** A colleague's answer written in the platform's own app counts as an answer. */
  async noteAnswered(
    tx: Queryable,
    answers: readonly { readonly reportId: string; readonly at: Date }[],
  ): Promise<void> {
    await updateRows(
      tx,
      'reports',
      { id: 'uuid', at: 'timestamptz' },
      answers.map((answer) => ({ id: answer.reportId, at: answer.at })),
      `first_answered_at = coalesce(t.first_answered_at, r.at), last_answered_at = greatest(t.last_answered_at, r.at),
       status = case when t.status in ('new', 'verified') then 'in-progress' else t.status end, version = t.version + 1`,
      't.id = r.id',
    );
  }

  async setText(tx: Queryable, messageId: string, text: string): Promise<void> {
    await tx.query('update messages set text = $2 where id = $1', [messageId, text]);
  }

  async appendTimeline(tx: Queryable, entries: readonly NewTimelineEntry[]): Promise<void> {
    await insertRows(
      tx,
      'report_events',
      { report_id: 'uuid', kind: 'text', actor_kind: 'text', actor_id: 'uuid', data: 'jsonb' },
      entries.map((entry) => ({
        report_id: entry.reportId,
        kind: entry.kind,
        actor_kind: entry.actorKind,
        actor_id: entry.actorId,
        data: JSON.stringify(entry.data),
      })),
    );
  }
}
