import { Injectable } from '@nestjs/common';
import { Database, type Queryable } from '../database.js';
import { insertRows, updateRows } from '../insert-rows.js';

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
    return this.database.transaction((tx) => this.insert(tx, entries));
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
      `select external_id as "externalId", payload from raw_events
        where connection_id = $1 and kind = $2 and external_id = any($3::text[])`,
      [connectionId, kind, externalIds],
    );
    return new Map(rows.map((row) => [row.externalId, row.payload]));
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

  /** Claims the next pending events of a lane for this transaction; `null` when another worker has the lane. */
  async claim(tx: Queryable, lane: number, limit: number): Promise<ClaimedEvent[] | null> {
    const [lock] = await tx.query<{ locked: boolean }>('select pg_try_advisory_xact_lock($1, $2) as locked', [
      LANE_LOCK,
      lane,
    ]);
    if (!lock?.locked) return null;
    return tx.query<ClaimedEvent>(
      `select e.id, e.connection_id as "connectionId", c.channel, e.kind, e.external_id as "externalId",
              e.payload, e.received_at as "receivedAt", e.attempts
         from raw_events e join connections c on c.id = e.connection_id
        where e.state = 'pending' and e.lane = $1 and (e.next_attempt_at is null or e.next_attempt_at <= now())
        order by e.id limit $2 for update of e skip locked`,
      [lane, limit],
    );
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

  private async insert(tx: Queryable, entries: readonly LedgerEntry[]): Promise<boolean[]> {
    const stored = await insertRows<{ key: string }>(
      tx,
      'raw_events',
      {
        connection_id: 'uuid',
        kind: 'text',
        external_id: 'text',
        conversation_key: 'text',
        lane: 'smallint',
        state: 'text',
        reason: 'text',
        payload: 'bytea',
      },
      entries.map((entry) => ({
        connection_id: entry.connectionId,
        kind: entry.kind,
        external_id: entry.externalId,
        conversation_key: entry.conversationKey,
        lane: laneOf(entry),
        state: entry.unreadableReason === undefined ? 'pending' : 'quarantined',
        reason: entry.unreadableReason,
        payload: entry.payload,
      })),
      `on conflict on constraint raw_events_once do nothing
       returning connection_id || ' ' || kind || ' ' || external_id as key`,
    );
    const fresh = new Set(stored.map((row) => row.key));
    const results = entries.map((entry) =>
      // Deleting as we go: of two equal entries in one call only the first is new.
      fresh.delete(`${entry.connectionId} ${entry.kind} ${entry.externalId}`),
    );
    await this.noteArrivals(tx, entries, results);
    return results;
  }

  private async noteArrivals(tx: Queryable, entries: readonly LedgerEntry[], isNew: readonly boolean[]) {
    const arrivals = new Map<string, { fresh: number; repeated: number }>();
    entries.forEach((entry, index) => {
      const counted = arrivals.get(entry.connectionId) ?? { fresh: 0, repeated: 0 };
      counted[isNew[index] ? 'fresh' : 'repeated'] += 1;
      arrivals.set(entry.connectionId, counted);
    });
    await updateRows(
      tx,
      'connections',
      { id: 'uuid', fresh: 'bigint', repeated: 'bigint' },
      [...arrivals].sort(([a], [b]) => (a < b ? -1 : 1)).map(([id, counted]) => ({ id, ...counted })),
      `last_event_at = now(), received_count = t.received_count + r.fresh,
       duplicate_count = t.duplicate_count + r.repeated`,
      't.id = r.id',
    );
  }
}

/** The same conversation always falls into the same lane (FNV-1a). */
function laneOf(entry: LedgerEntry): number {
  let hash = 0x811c9dc5;
  for (const character of `${entry.connectionId} ${entry.conversationKey}`) {
    hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  }
  return hash % LANES;
}
