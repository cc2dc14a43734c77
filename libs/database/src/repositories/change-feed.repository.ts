import { Injectable } from '@nestjs/common';
import { Database, type Queryable } from '../database.js';
import { insertRows } from '../insert-rows.js';

export interface NewChange {
  /** `user`: something for one person, whose id `entityId` is. */
  readonly topic: 'report' | 'connection' | 'settings' | 'user' | 'model';
  readonly entityId: string;
  readonly kind: string;
  /** The agency whose members may see it, for reports. */
  readonly agencyId?: string | null;
}

export interface ChangeRow extends NewChange {
  /** Position in the feed, a decimal number. */
  readonly id: string;
}

/** PostgreSQL notification channel: told the topics, separated by commas, after every commit that added changes. */
export const CHANGES_CHANNEL = 'wadah_changes';
const WRITERS_LOCK = 860_023_102;

/** What screens follow: one numbered line per change, in the order in which the changes became visible. */
@Injectable()
export class ChangeFeedRepository {
  constructor(private readonly database: Database) {}

  /**
   * Call last in a transaction. The lock is held until its commit, so a number is never seen before a smaller one:
   * a reader that remembers the last number misses nothing.
   */
  async append(tx: Queryable, changes: readonly NewChange[]): Promise<void> {
    if (changes.length === 0) return;
    await tx.query('select pg_advisory_xact_lock($1)', [WRITERS_LOCK]);
    await insertRows(
      tx,
      'changes',
      { topic: 'text', entity_id: 'text', kind: 'text', agency_id: 'uuid' },
      changes.map((change) => ({
        topic: change.topic,
        entity_id: change.entityId,
        kind: change.kind,
        agency_id: change.agencyId,
      })),
    );
    const topics = [...new Set(changes.map((change) => change.topic))];
    await tx.query('select pg_notify($1, $2)', [CHANGES_CHANNEL, topics.join(',')]);
  }

  /** The next changes after a position, oldest first. */
  async after(position: string, limit: number): Promise<ChangeRow[]> {
    return this.database.query<ChangeRow>(
      `select id, topic, entity_id as "entityId", kind, agency_id as "agencyId"
         from changes where id > $1::bigint order by id limit $2`,
      [position, limit],
    );
  }

  /** `latest`: the newest position, `oldest`: the oldest still kept; both '0' while the feed is empty. */
  async bounds(): Promise<{ latest: string; oldest: string }> {
    const [row] = await this.database.query<{ latest: string; oldest: string }>(
      `select coalesce(max(id), 0)::text as latest, coalesce(min(id), 0)::text as oldest from changes`,
    );
    return row ?? { latest: '0', oldest: '0' };
  }

  /** Forgets changes older than `before`, but none that a program is still to be told; who reconnects later loads afresh. */
  async trim(before: Date): Promise<void> {
    await this.database.query(
      `delete from changes where at < $1
          and id <= coalesce((select min(position) from webhook_subscriptions where is_active), id)`,
      [before],
    );
  }
}
