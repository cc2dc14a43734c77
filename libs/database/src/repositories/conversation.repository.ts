import { Injectable } from '@nestjs/common';
import type { ConversationKind } from '@app/report-model';
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
}

export function conversationKey(connectionId: string, externalId: string): string {
  return `${connectionId} ${externalId}`;
}
