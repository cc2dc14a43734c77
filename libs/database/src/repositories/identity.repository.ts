import { Injectable } from '@nestjs/common';
import type { Queryable } from '../database.js';
import { insertRows, updateRows } from '../insert-rows.js';
import { newId } from '../new-id.js';

/** An account on a platform, as a message shows it. */
export interface SeenIdentity {
  /** The channel's code or the connection's id, see `identityScope`. */
  readonly scope: string;
  readonly externalId: string;
  readonly channel: string;
  /** Absent: the platform did not say; a name that is known stays. */
  readonly displayName?: string | undefined;
  /** For somebody whose name was never said. */
  readonly fallbackName: string;
  readonly handle?: string | undefined;
  readonly phone?: string | undefined;
  readonly email?: string | undefined;
  readonly isAnonymous: boolean;
}

export interface KnownIdentity {
  readonly identityId: string;
  readonly contactId: string;
}

const IDENTITY_COLUMNS = {
  id: 'uuid',
  contact_id: 'uuid',
  scope: 'text',
  external_id: 'text',
  channel: 'text',
  handle: 'text',
  display_name: 'text',
  phone: 'text',
  email: 'text',
};

/** Held alone while contacts are merged, together by those who write with the contacts that they found. */
export const CONTACT_MERGE_LOCK = 860_025;

/** People and their accounts. */
@Injectable()
export class IdentityRepository {
  /** Finds or makes each identity with its contact. @returns by {@link identityKey} */
  async resolve(tx: Queryable, seen: readonly SeenIdentity[]): Promise<Map<string, KnownIdentity>> {
    // What is found stays true until this transaction ends: no contact is merged meanwhile.
    await tx.query('select pg_advisory_xact_lock_shared($1)', [CONTACT_MERGE_LOCK]);
    // Sorted, so that two drains which meet at the same people lock them in the same order.
    const wanted = [...merged(seen).entries()].sort(([a], [b]) => (a < b ? -1 : 1));
    const known = await this.find(
      tx,
      wanted.map(([, one]) => one),
    );
    const missing = wanted.filter(([key]) => !known.has(key)).map(([, one]) => one);
    if (missing.length > 0) {
      await this.create(tx, missing);
      for (const [key, value] of await this.find(tx, missing)) known.set(key, value);
    }
    await this.refresh(
      tx,
      wanted.map(([, one]) => one),
    );
    return known;
  }

  /**
   * The platform gave an account a new id. Where somebody is known under the new one already, both accounts belong to
   * that contact from now on, with their reports; each report still tells by which account it came.
   */
  async move(tx: Queryable, scope: string, from: string, to: string): Promise<void> {
    const renamed = await tx.query(
      `update identities set external_id = $3, updated_at = now()
        where scope = $1 and external_id = $2
          and not exists (select from identities where scope = $1 and external_id = $3)
        returning id`,
      [scope, from, to],
    );
    if (renamed.length > 0) return;
    await tx.query(
      `with pair as (
         select o.id, n.contact_id from identities o join identities n on n.scope = o.scope and n.external_id = $3
          where o.scope = $1 and o.external_id = $2 and o.contact_id <> n.contact_id),
       moved as (update identities i set contact_id = pair.contact_id from pair where i.id = pair.id)
       update reports r set contact_id = pair.contact_id from pair where r.identity_id = pair.id`,
      [scope, from, to],
    );
  }

  private async find(tx: Queryable, seen: readonly SeenIdentity[]): Promise<Map<string, KnownIdentity>> {
    if (seen.length === 0) return new Map();
    const rows = await tx.query<KnownIdentity & { scope: string; externalId: string }>(
      `select i.id as "identityId", i.contact_id as "contactId", i.scope, i.external_id as "externalId"
         from identities i join unnest($1::text[], $2::text[]) as k(scope, external_id)
           on i.scope = k.scope and i.external_id = k.external_id`,
      [seen.map((one) => one.scope), seen.map((one) => one.externalId)],
    );
    return new Map(rows.map((row) => [identityKey(row.scope, row.externalId), row]));
  }

  private async create(tx: Queryable, missing: readonly SeenIdentity[]): Promise<void> {
    const rows = missing.map((one) => ({
      id: newId(),
      contact_id: newId(),
      scope: one.scope,
      external_id: one.externalId,
      channel: one.channel,
      handle: one.handle,
      display_name: one.displayName ?? one.fallbackName,
      phone: one.phone,
      email: one.email,
      is_anonymous: one.isAnonymous,
    }));
    await insertRows(
      tx,
      'contacts',
      { id: 'uuid', display_name: 'text', is_anonymous: 'boolean' },
      rows.map((row) => ({
        id: row.contact_id,
        display_name: row.display_name,
        is_anonymous: row.is_anonymous,
      })),
    );
    const made = await insertRows<{ contactId: string }>(
      tx,
      'identities',
      IDENTITY_COLUMNS,
      rows,
      'on conflict on constraint identities_once do nothing returning contact_id as "contactId"',
    );
    const kept = new Set(made.map((row) => row.contactId));
    const orphans = rows.map((row) => row.contact_id).filter((id) => !kept.has(id));
    if (orphans.length > 0) await tx.query('delete from contacts where id = any($1::uuid[])', [orphans]);
  }

  private async refresh(tx: Queryable, seen: readonly SeenIdentity[]): Promise<void> {
    await updateRows(
      tx,
      'identities',
      {
        scope: 'text',
        external_id: 'text',
        handle: 'text',
        display_name: 'text',
        phone: 'text',
        email: 'text',
      },
      seen.map((one) => ({
        scope: one.scope,
        external_id: one.externalId,
        handle: one.handle,
        display_name: one.displayName,
        phone: one.phone,
        email: one.email,
      })),
      `handle = coalesce(r.handle, t.handle), display_name = coalesce(r.display_name, t.display_name),
       phone = coalesce(r.phone, t.phone), email = coalesce(r.email, t.email), updated_at = now()`,
      `t.scope = r.scope and t.external_id = r.external_id
       and (t.display_name, t.handle, t.phone, t.email) is distinct from
           (coalesce(r.display_name, t.display_name), coalesce(r.handle, t.handle), coalesce(r.phone, t.phone), coalesce(r.email, t.email))`,
    );
  }
}

/** One line for each account; a later one adds to what an earlier one said. */
function merged(seen: readonly SeenIdentity[]): Map<string, SeenIdentity> {
  const byKey = new Map<string, SeenIdentity>();
  for (const one of seen) {
    const key = identityKey(one.scope, one.externalId);
    const said = Object.fromEntries(Object.entries(one).filter(([, value]) => value !== undefined));
    byKey.set(key, { ...byKey.get(key), ...(said as unknown as SeenIdentity) });
  }
  return byKey;
}

export function identityKey(scope: string, externalId: string): string {
  return `${scope} ${externalId}`;
}
