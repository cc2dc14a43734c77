import { Injectable } from '@nestjs/common';
import { Database, type Queryable } from '../database.js';
import { updateRows } from '../insert-rows.js';
import { knownIds } from '../known-ids.js';

/** An event on its way into the ledger. */
export interface LedgerEntry {
  readonly connectionId: string;
  readonly kind: string;
  readonly externalId: string;
  readonly conversationKey: string;
  readonly payload: Buffer;
  /** Set for what could not even be told apart: it goes to quarantine at once. */
  readonly unreadableReason?: string;
}

/** A pending event that a drain has claimed. */
export interface ClaimedEvent {
  readonly id: string;
  readonly connectionId: string;
  readonly channel: string;
  readonly kind: string;
  readonly externalId: string;
  readonly payload: Buffer;
  readonly receivedAt: Date;
  readonly attempts: number;
}

/** What became of a claimed event. */
export interface Settlement {
  readonly id: string;
  readonly state: 'pending' | 'shown' | 'merged' | 'ignored' | 'quarantined';
  readonly reason?: string | undefined;
  readonly messageId?: string | undefined;
  /** For `pending`: not before this time. */
  readonly nextAttemptAt?: Date | undefined;
}

/** Where an event stands. */
export interface LedgerOutcome {
  readonly state: Settlement['state'];
  readonly reason: string | null;
  readonly receivedAt: Date;
  /** Of a pending event: it was looked at, and waits for what it is about. */
  readonly nextAttemptAt: Date | null;
}

/** Conversations are spread over this many lanes; one lane is drained by one worker at a time, in order. */
export const LANES = 4;
const LANE_LOCK = 860_023;

/** Somebody else has moved the cursor: the page must be fetched again. */
export class CursorMovedError extends Error {}

/** The ledger: exactly what platforms gave us, each event once. */
@Injectable()
export class LedgerRepository {
  constructor(private readonly database: Database) {}

  /**
   * Stores what is new and commits. @returns for each entry whether it was new.
   */
  async store(entries: readonly LedgerEntry[]): Promise<boolean[]> {
    return this.database.againAfterDeadlock(() => this.insert(this.database, entries));
  }

  /**
   * Stores a page and moves the connection's cursor from `from` to `to` in one transaction.
   * @throws CursorMovedError when the stored cursor is not `from`; nothing is stored then
   */
  async storePage(
    connectionId: string,
    entries: readonly LedgerEntry[],
    from: string | null,
    to: string | null,
  ): Promise<boolean[]> {
    return this.database.transaction(async (tx) => {
      const moved = await tx.query(
        `update connections set cursor = coalesce($3, cursor), retry_at = null
          where id = $1 and cursor is not distinct from $2 returning id`,
        [connectionId, from, to],
      );
      if (moved.length === 0) throw new CursorMovedError(`Connection ${connectionId}: the cursor has moved`);
      return this.insert(tx, entries);
    });
  }

  /** What is stored of these events already, by external id. */
  async payloads(
    connectionId: string,
    kind: string,
    externalIds: readonly string[],
  ): Promise<Map<string, Buffer>> {
    const rows = await this.database.query<{ externalId: string; payload: Buffer }>(
      `select g.external_id as "externalId", e.payload from unnest($3::text[]) as g(external_id) ${knownIds('g.external_id')}
         join raw_events e on e.connection_id = $1 and e.kind = $2 and e.external_id = known.id`,
      [connectionId, kind, externalIds],
    );
    return new Map(rows.map((row) => [row.externalId, row.payload]));
  }

  /** What became of these events, in their order; undefined for one that is not there. */
  async outcomes(
    connectionId: string,
    events: readonly { readonly kind: string; readonly externalId: string }[],
  ): Promise<(LedgerOutcome | undefined)[]> {
    const rows = await this.database.query<LedgerOutcome & { position: number }>(
      `select g.position::int as position, e.state, e.reason, e.received_at as "receivedAt",
              e.next_attempt_at as "nextAttemptAt"
         from unnest($2::text[], $3::text[]) with ordinality as g(kind, external_id, position)
         ${knownIds('g.external_id')}
         join raw_events e on e.connection_id = $1 and e.kind = g.kind and e.external_id = known.id`,
      [connectionId, events.map(({ kind }) => kind), events.map(({ externalId }) => externalId)],
    );
    const byPosition = new Map(rows.map((row) => [row.position, row]));
    return events.map((_, index) => byPosition.get(index + 1));
  }

  /** What waits: how many, counted up to `limit`, and since when the oldest does. */
  async waiting(limit: number): Promise<{ pending: number; oldestAt: Date | null }> {
    const [row] = await this.database.query<{ pending: number; oldestAt: Date | null }>(
      `select (select count(*) from (select from raw_events where state = 'pending' limit $1) p)::int as pending,
              (select min(oldest.received_at) from generate_series(0, $2 - 1) as lanes(lane),
                 lateral (select received_at from raw_events e where e.lane = lanes.lane and e.state = 'pending'
                           order by e.id limit 1) oldest) as "oldestAt"`,
      [limit, LANES],
    );
    return row ?? { pending: 0, oldestAt: null };
  }

  /** Seconds that the oldest pending event has waited; 0 when none does. */
  async longestWait(): Promise<number> {
    const [row] = await this.database.query<{ seconds: number }>(
      `select coalesce(extract(epoch from now() - min(received_at)), 0)::float8 as seconds
         from raw_events where state = 'pending'`,
    );
    return row?.seconds ?? 0;
  }

  /** The same for each connection that has something pending. */
  async longestWaits(): Promise<{ id: string; channel: string; seconds: number }[]> {
    return this.database.query(
      `select c.id, c.channel, extract(epoch from now() - min(e.received_at))::float8 as seconds
         from raw_events e join connections c on c.id = e.connection_id where e.state = 'pending' group by 1, 2`,
    );
  }

  async hasPending(connectionId: string): Promise<boolean> {
    const rows = await this.database.query(
      `select from raw_events where connection_id = $1 and state = 'pending' limit 1`,
      [connectionId],
    );
    return rows.length > 0;
  }

  /** Lanes that have something to do now. */
  async pendingLanes(): Promise<number[]> {
    const rows = await this.database.query<{ lane: number }>(
      `select lane from generate_series(0, $1 - 1) as lane
        where exists (select from raw_events e where e.lane = lane.lane and e.state = 'pending'
                       and (e.next_attempt_at is null or e.next_attempt_at <= now()))`,
      [LANES],
    );
    return rows.map((row) => row.lane);
  }

  /**
   * Claims the next pending events of these lanes for this transaction, as far as no other worker has the lane. One
   * batch over many lanes costs hardly more than over one. Connections take turns, event by event: one that floods
   * fills only what the others leave free.
   */
  async claim(tx: Queryable, lanes: readonly number[], limit: number): Promise<ClaimedEvent[]> {
    const locked = await tx.query<{ lane: number }>(
      'select lane from unnest($2::int[]) as lane where pg_try_advisory_xact_lock($1, lane)',
      [LANE_LOCK, lanes],
    );
    if (locked.length === 0) return [];
    return tx.query<ClaimedEvent>(CLAIM_SQL, [locked.map((row) => row.lane), limit]);
  }

  async settle(tx: Queryable, settlements: readonly Settlement[]): Promise<void> {
    await updateRows(
      tx,
      'raw_events',
      { id: 'bigint', state: 'text', reason: 'text', message_id: 'uuid', next_attempt_at: 'timestamptz' },
      settlements.map((settlement) => ({
        id: settlement.id,
        state: settlement.state,
        reason: settlement.reason,
        message_id: settlement.messageId,
        next_attempt_at: settlement.nextAttemptAt,
      })),
      `state = r.state, reason = r.reason, message_id = r.message_id, next_attempt_at = r.next_attempt_at,
       attempts = t.attempts + 1, processed_at = case when r.state = 'pending' then null else now() end`,
      't.id = r.id',
    );
  }

  /** Puts a quarantined event back in line. @returns its connection, or null when it is not in quarantine */
  async requeue(id: string): Promise<string | null> {
    const [row] = await this.database.query<{ connectionId: string }>(
      `update raw_events set state = 'pending', reason = null, processed_at = null, next_attempt_at = null, attempts = 0
        where id = $1::bigint and state = 'quarantined' and kind <> 'unreadable'
        returning connection_id as "connectionId"`,
      [id],
    );
    return row?.connectionId ?? null;
  }

  /** One statement: the arrivals are counted where they are stored. */
  private async insert(on: Queryable, entries: readonly LedgerEntry[]): Promise<boolean[]> {
    if (entries.length === 0) return [];
    const stored = await on.query<{ key: string }>(INSERT_SQL, [
      entries.map((entry) => entry.connectionId),
      entries.map((entry) => entry.kind),
      entries.map((entry) => entry.externalId),
      entries.map((entry) => entry.conversationKey),
      entries.map(laneOf),
      entries.map((entry) => (entry.unreadableReason === undefined ? 'pending' : 'quarantined')),
      entries.map((entry) => entry.unreadableReason ?? null),
      entries.map((entry) => entry.payload),
    ]);
    const fresh = new Set(stored.map((row) => row.key));
    return entries.map((entry) =>
      // Deleting as we go: of two equal entries in one call only the first is new.
      fresh.delete(`${entry.connectionId} ${entry.kind} ${entry.externalId}`),
    );
  }
}

const CLAIM_SQL = `
  with turns as materialized (
    select p.id, row_number() over (partition by c.id order by p.id) as turn
      from connections c cross join lateral (
        select e.id from raw_events e
         where e.connection_id = c.id and e.state = 'pending' and e.lane = any($1::smallint[])
           and (e.next_attempt_at is null or e.next_attempt_at <= now())
         order by e.id limit $2) p
     order by turn, p.id limit $2
  )
  select e.id, e.connection_id as "connectionId", c.channel, e.kind, e.external_id as "externalId",
         e.payload, e.received_at as "receivedAt", e.attempts
    from raw_events e join connections c on c.id = e.connection_id
   where e.id in (select id from turns) and e.state = 'pending'
   order by e.id for update of e skip locked`;

const INSERT_SQL = `
  with given as (
    select * from unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::smallint[], $6::text[], $7::text[], $8::bytea[])
      as r(connection_id, kind, external_id, conversation_key, lane, state, reason, payload)
  ), stored as (
    insert into raw_events (connection_id, kind, external_id, conversation_key, lane, state, reason, payload)
    select * from given g
     where not exists (select from raw_events e where e.erased_at is not null and e.connection_id = g.connection_id
                          and e.kind = g.kind and e.external_id = erased_id(g.external_id))
    on conflict on constraint raw_events_once do nothing
    returning connection_id, kind, external_id
  ), counted as (
    select g.connection_id as id, g.total, coalesce(s.fresh, 0) as fresh
      from (select connection_id, count(*) as total from given group by 1) g
      left join (select connection_id, count(*) as fresh from stored group by 1) s using (connection_id)
     order by 1
  ), noted as (
    update connections c set last_event_at = now(), received_count = c.received_count + n.fresh,
           duplicate_count = c.duplicate_count + n.total - n.fresh
      from counted n where c.id = n.id
  ), slotted as (
    insert into connection_activity as a (connection_id, slot, received)
    select id, date_bin('10 minutes', now(), 'epoch'), fresh from counted where fresh > 0
    on conflict (connection_id, slot) do update set received = a.received + excluded.received
  )
  select connection_id || ' ' || kind || ' ' || external_id as key from stored`;

/** The same conversation always falls into the same lane (FNV-1a). */
function laneOf(entry: LedgerEntry): number {
  let hash = 0x811c9dc5;
  for (const character of `${entry.connectionId} ${entry.conversationKey}`) {
    hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  }
  return hash % LANES;
}
