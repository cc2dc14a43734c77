import { Injectable } from '@nestjs/common';
import type { ClosedReason, ConversationKind } from '@app/report-model';
import type { Queryable } from '../database.js';
import { insertRows } from '../insert-rows.js';
import { newId } from '../new-id.js';

export interface SeenConversation {
  readonly connectionId: string;
  readonly externalId: string;
  readonly kind: ConversationKind;
  readonly title?: string | undefined;
}

/** Threads on platforms. */
@Injectable()
export class ConversationRepository {
  /** Finds or makes each conversation. @returns ids by {@link conversationKey} */
  async resolve(tx: Queryable, seen: readonly SeenConversation[]): Promise<Map<string, string>> {
    const unique = [
      ...new Map(seen.map((one) => [conversationKey(one.connectionId, one.externalId), one])).entries(),
    ]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([, one]) => one);
    if (unique.length === 0) return new Map();
    await insertRows(
      tx,
      'conversations',
      { id: 'uuid', connection_id: 'uuid', external_id: 'text', kind: 'text', title: 'text' },
      unique.map((one) => ({
        id: newId(),
        connection_id: one.connectionId,
        external_id: one.externalId,
        kind: one.kind,
        title: one.title,
      })),
      `on conflict on constraint conversations_once do update set title = excluded.title
        where excluded.title is not null and conversations.title is distinct from excluded.title`,
    );
    const rows = await tx.query<{ id: string; connectionId: string; externalId: string }>(
      `select c.id, c.connection_id as "connectionId", c.external_id as "externalId"
         from conversations c join unnest($1::uuid[], $2::text[]) as k(connection_id, external_id)
           on c.connection_id = k.connection_id and c.external_id = k.external_id`,
      [unique.map((one) => one.connectionId), unique.map((one) => one.externalId)],
    );
    return new Map(rows.map((row) => [conversationKey(row.connectionId, row.externalId), row.id]));
  }

  /** The platform gave the conversation a new id. @returns whether we knew it and could rename it */
  async move(tx: Queryable, connectionId: string, from: string, to: string): Promise<boolean> {
    const rows = await tx.query(
      `update conversations set external_id = $3
        where connection_id = $1 and external_id = $2
          and not exists (select from conversations where connection_id = $1 and external_id = $3)
        returning id`,
      [connectionId, from, to],
    );
    return rows.length > 0;
  }

  /**
   * Notes that a conversation is shut, or open again, as of `at`; what was known later stays.
   * @returns its reports, the latest first and 50 at most; null when there is no such conversation
   */
  async setReachability(
    tx: Queryable,
    conversation: { readonly connectionId: string; readonly externalId: string },
    closed: ClosedReason | null,
    at: Date,
  ): Promise<{ id: string; agencyId: string | null }[] | null> {
    const [found] = await tx.query<{ id: string }>(
      'select id from conversations where connection_id = $1 and external_id = $2',
      [conversation.connectionId, conversation.externalId],
    );
    if (!found) return null;
    return tx.query(
      `with changed as (
         update conversations set closed_reason = $2::jsonb, reachability_at = $3
          where id = $1 and (reachability_at is null or reachability_at <= $3) returning id)
       select r.id, r.agency_id as "agencyId" from changed c join reports r on r.conversation_id = c.id
        order by r.last_message_at desc limit 50`,
      [found.id, closed && JSON.stringify(closed), at],
    );
  }

  /** A refusal has shown that it is shut: that is known as of what its platform told last, by the platform's clock. */
  async close(
    tx: Queryable,
    conversation: {
      readonly connectionId: string;
      readonly externalId: string;
      readonly lastInboundAt: Date;
    },
    closed: ClosedReason,
  ): Promise<void> {
    await tx.query(
      `update conversations set closed_reason = $3::jsonb, reachability_at = greatest(reachability_at, $4)
        where connection_id = $1 and external_id = $2`,
      [
        conversation.connectionId,
        conversation.externalId,
        JSON.stringify(closed),
        conversation.lastInboundAt,
      ],
    );
  }
}

export function conversationKey(connectionId: string, externalId: string): string {
  return `${connectionId} ${externalId}`;
}
