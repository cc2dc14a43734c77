import { Injectable } from '@nestjs/common';
import type { Queryable } from '../database.js';
import { CONTACT_MERGE_LOCK } from './identity.repository.js';

export interface NamedRow {
  readonly id: string;
  readonly externalId: string;
}

const ids = (rows: readonly NamedRow[]): string[] => rows.map(({ id }) => id);
const names = (rows: readonly NamedRow[]): string[] => rows.map(({ externalId }) => externalId);

/** Moves people and conversations from one connection to another. In the caller's transaction, begun with `begin`. */
@Injectable()
export class SuccessionRepository {
  /**
   * Waits for everybody who files messages, and keeps them waiting until the transaction ends.
   * @returns whether nothing of the connection is pending or on its way out
   */
  async begin(tx: Queryable, connectionId: string): Promise<boolean> {
    await tx.query('select pg_advisory_xact_lock($1)', [CONTACT_MERGE_LOCK]);
    const [row] = await tx.query<{ isIdle: boolean }>(
      `select not exists (select from raw_events where connection_id = $1 and state = 'pending')
          and not exists (select from replies where connection_id = $1 and state in ('queued', 'sending'))
           as "isIdle"`,
      [connectionId],
    );
    return row?.isIdle ?? false;
  }

  async conversations(tx: Queryable, connectionId: string): Promise<NamedRow[]> {
    return tx.query<NamedRow>(
      'select id, external_id as "externalId" from conversations where connection_id = $1',
      [connectionId],
    );
  }

  async identities(tx: Queryable, scope: string): Promise<NamedRow[]> {
    return tx.query<NamedRow>('select id, external_id as "externalId" from identities where scope = $1', [
      scope,
    ]);
  }

  /** Renames each account; where the new one is known already, its reports and its contact become that one's. */
  async moveIdentities(
    tx: Queryable,
    moved: readonly NamedRow[],
    to: { readonly scope: string; readonly channel: string },
  ): Promise<void> {
    const parameters = [ids(moved), names(moved), to.scope];
    const pairs = `select o.id, n.id as new_id, n.contact_id from unnest($1::uuid[], $2::text[]) as k(id, name)
      join identities o on o.id = k.id join identities n on n.scope = $3 and n.external_id = k.name and n.id <> o.id`;
    for (const table of ['messages', 'message_reactions']) {
      await tx.query(
        `with pair as (${pairs}) update ${table} t set identity_id = pair.new_id from pair where t.identity_id = pair.id`,
        parameters,
      );
    }
    await tx.query(
      `with pair as (${pairs}),
       account as (update identities i set contact_id = pair.contact_id from pair where i.id = pair.id)
       update reports r set identity_id = pair.new_id, contact_id = pair.contact_id from pair
        where r.identity_id = pair.id`,
      parameters,
    );
    await tx.query(
      `update identities i set scope = $3, channel = $4, external_id = k.name, updated_at = now()
         from unnest($1::uuid[], $2::text[]) as k(id, name)
        where i.id = k.id and not exists (select from identities where scope = $3 and external_id = k.name)`,
      [...parameters, to.channel],
    );
  }

  /**
   * Renames each conversation, or joins it with one of that name, and takes along what is in it.
   * @returns how many reports came along
   */
  async moveConversations(
    tx: Queryable,
    moved: readonly NamedRow[],
    to: { readonly connectionId: string; readonly channel: string },
  ): Promise<number> {
    const reports = await tx.query(
      `update reports set connection_id = $2, channel = $3, version = version + 1, updated_at = now()
        where conversation_id = any($1::uuid[]) returning id`,
      [ids(moved), to.connectionId, to.channel],
    );
    await tx.query(
      `update reply_parts t set connection_id = $2 from replies p
        where p.id = t.reply_id and p.conversation_id = any($1::uuid[])`,
      [ids(moved), to.connectionId],
    );
    for (const table of ['messages', 'replies']) {
      await tx.query(`update ${table} set connection_id = $2 where conversation_id = any($1::uuid[])`, [
        ids(moved),
        to.connectionId,
      ]);
    }
    await this.joinConversations(tx, moved, to.connectionId);
    return reports.length;
  }

  private async joinConversations(
    tx: Queryable,
    moved: readonly NamedRow[],
    connectionId: string,
  ): Promise<void> {
    const parameters = [ids(moved), names(moved), connectionId];
    const pairs = `select k.id, n.id as new_id from unnest($1::uuid[], $2::text[]) as k(id, name)
      join conversations n on n.connection_id = $3 and n.external_id = k.name and n.id <> k.id`;
    for (const table of ['reports', 'messages', 'replies']) {
      await tx.query(
        `with pair as (${pairs}) update ${table} t set conversation_id = pair.new_id from pair
          where t.conversation_id = pair.id`,
        parameters,
      );
    }
    await tx.query(
      `with pair as (${pairs}) delete from conversations v using pair where v.id = pair.id`,
      parameters,
    );
    await tx.query(
      `update conversations v set connection_id = $3, external_id = k.name
         from unnest($1::uuid[], $2::text[]) as k(id, name) where v.id = k.id`,
      parameters,
    );
  }
}
