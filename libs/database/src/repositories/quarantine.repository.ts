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

/** Events that did not become messages. */
@Injectable()
export class QuarantineRepository {
  constructor(private readonly database: Database) {}

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
