import { Injectable } from '@nestjs/common';
import { Database } from '../database.js';

export interface LedgerTally {
  readonly received: number;
  readonly shown: number;
  readonly merged: number;
  readonly ignored: number;
  readonly quarantined: number;
  readonly pending: number;
  /** Events that the ledger calls shown but whose message is not there: must be 0. */
  readonly shownWithoutMessage: number;
  /** Events set aside without a reason: must be 0. */
  readonly withoutReason: number;
  /** What the connections counted when events arrived: must equal `received`. */
  readonly counted: number;
}

/** Counts the whole ledger; for proofs, not for screens that load often. */
@Injectable()
export class ReconciliationRepository {
  constructor(private readonly database: Database) {}

  async tally(): Promise<LedgerTally> {
    const [row] = await this.database.query<LedgerTally>(
      `select count(*)::float8 as received,
              count(*) filter (where e.state = 'shown')::float8 as shown,
              count(*) filter (where e.state = 'merged')::float8 as merged,
              count(*) filter (where e.state = 'ignored')::float8 as ignored,
              count(*) filter (where e.state = 'quarantined')::float8 as quarantined,
              count(*) filter (where e.state = 'pending')::float8 as pending,
              count(*) filter (where e.state = 'shown' and m.id is null)::float8 as "shownWithoutMessage",
              count(*) filter (where e.state in ('ignored', 'quarantined') and coalesce(e.reason, '') = '')::float8 as "withoutReason",
              (select coalesce(sum(received_count), 0)::float8 from connections) as counted
         from raw_events e left join messages m on m.id = e.message_id`,
    );
    if (!row) throw new Error('The ledger could not be counted');
    return row;
  }
}
