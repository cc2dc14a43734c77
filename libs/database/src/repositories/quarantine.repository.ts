import { Injectable } from '@nestjs/common';
import { Database } from '../database.js';

export interface SetAsideEvent {
  readonly id: string;
  readonly kind: string;
  readonly externalId: string;
  readonly state: 'quarantined' | 'ignored';
  readonly reason: string;
  readonly receivedAt: Date;
  readonly payload: Buffer;
}

export interface SetAsideAt {
  readonly connectionId: string;
  readonly connectionName: string;
  readonly channel: string;
}

/** Events that did not become messages. */
@Injectable()
export class QuarantineRepository {
  constructor(private readonly database: Database) {}

  /** What could not be read, of every connection, newest first; `before` as in {@link page}. */
  async everywhere(before: string | null, limit: number): Promise<(SetAsideEvent & SetAsideAt)[]> {
    return this.database.query<SetAsideEvent & SetAsideAt>(
      `select e.id, e.kind, e.external_id as "externalId", e.state, coalesce(e.reason, '') as reason,
              e.received_at as "receivedAt", substring(e.payload from 1 for 8000) as payload,
              e.connection_id as "connectionId", c.name as "connectionName", c.channel
         from raw_events e join connections c on c.id = e.connection_id
        where e.state = 'quarantined' and ($1::bigint is null or e.id < $1) order by e.id desc limit $2`,
      [before, limit],
    );
  }

  /** Newest first; `before` is the last id of the page before. */
  async page(
    connectionId: string,
    state: 'quarantined' | 'ignored',
    before: string | null,
    limit: number,
  ): Promise<SetAsideEvent[]> {
    return this.database.query<SetAsideEvent>(
      `select id, kind, external_id as "externalId", state, coalesce(reason, '') as reason, received_at as "receivedAt",
              substring(payload from 1 for 8000) as payload
         from raw_events where connection_id = $1 and state = $2 and ($3::bigint is null or id < $3)
        order by id desc limit $4`,
      [connectionId, state, before, limit],
    );
  }
}
