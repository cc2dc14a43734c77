import { Injectable } from '@nestjs/common';
import { Database } from '../database.js';

/** How far an installation has come; made-up messages count for nothing. */
export interface FirstStepsRow {
  readonly isConnected: boolean;
  readonly hasAgencies: boolean;
  readonly hasReport: boolean;
  readonly isSorted: boolean;
  readonly isAnswered: boolean;
  readonly hasColleague: boolean;
  /** Connections for made-up messages. */
  readonly hasSamples: boolean;
}

@Injectable()
export class FirstStepsRepository {
  constructor(private readonly database: Database) {}

  /** @param ownChannels channels of our own pages, which work from the start */
  async read(ownChannels: readonly string[]): Promise<FirstStepsRow> {
    const [row] = await this.database.query<FirstStepsRow>(
      `select exists (select from connections where not is_sample and status = 'active'
                        and not channel = any($1::text[])) as "isConnected",
              exists (select from agencies where is_active) as "hasAgencies",
              exists (select from reports r join connections c on c.id = r.connection_id
                       where not c.is_sample) as "hasReport",
              exists (select from report_events e join reports r on r.id = e.report_id
                        join connections c on c.id = r.connection_id
                       where not c.is_sample and e.actor_kind = 'user'
                         and e.kind in ('disposed', 'assigned', 'class-corrected', 'status-changed')) as "isSorted",
              exists (select from replies p join connections c on c.id = p.connection_id
                       where not c.is_sample and p.state in ('sent', 'delivered', 'read')) as "isAnswered",
              (select count(*) > 1 from (select from users limit 2) u) as "hasColleague",
              exists (select from connections where is_sample) as "hasSamples"`,
      [ownChannels],
    );
    if (!row) throw new Error('No answer');
    return row;
  }
}
