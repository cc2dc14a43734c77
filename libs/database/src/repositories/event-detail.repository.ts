import { Injectable } from '@nestjs/common';
import { Database, type Queryable } from '../database.js';

/** An event about which the platform is to be asked. */
export interface EventToDetail {
  readonly id: string;
  readonly connectionId: string;
  readonly kind: string;
  readonly externalId: string;
  readonly payload: Buffer;
  readonly receivedAt: Date;
  /** Before this attempt. */
  readonly failures: number;
}

/** Events that a platform has told only in part. */
@Injectable()
export class EventDetailRepository {
  constructor(private readonly database: Database) {}

  async request(
    tx: Queryable,
    events: readonly { readonly id: string; readonly connectionId: string }[],
  ): Promise<void> {
    if (events.length === 0) return;
    await tx.query(
      `insert into event_details (raw_event_id, connection_id) select * from unnest($1::bigint[], $2::uuid[])
       on conflict (raw_event_id) do nothing`,
      [events.map(({ id }) => id), events.map(({ connectionId }) => connectionId)],
    );
  }

  /** Takes what is due on connections that work, so that no other worker asks within `leaseMs`. */
  async claim(limit: number, leaseMs: number): Promise<EventToDetail[]> {
    return this.database.query<EventToDetail>(
      `with due as (
         select d.raw_event_id from event_details d join connections c on c.id = d.connection_id
          where d.next_attempt_at <= now() and c.status = 'active'
          order by d.next_attempt_at limit $1 for update of d skip locked),
       taken as (
         update event_details d set next_attempt_at = now() + $2 * interval '1 millisecond'
           from due where d.raw_event_id = due.raw_event_id returning d.raw_event_id, d.failures)
       select e.id, e.connection_id as "connectionId", e.kind, e.external_id as "externalId", e.payload,
              e.received_at as "receivedAt", t.failures from taken t join raw_events e on e.id = t.raw_event_id`,
      [limit, leaseMs],
    );
  }

  async done(id: string): Promise<void> {
    await this.database.query('delete from event_details where raw_event_id = $1', [id]);
  }

  /** @param until when to ask again; null: never, the reason stays */
  async failed(id: string, problem: string, until: Date | null): Promise<void> {
    await this.database.query(
      `update event_details set failures = failures + 1, problem = $2, next_attempt_at = $3 where raw_event_id = $1`,
      [id, problem, until],
    );
  }
}
