import { Injectable } from '@nestjs/common';
import { Database } from '../database.js';

export type PresenceActivity = 'viewing' | 'writing' | 'away';

/** What somebody does at a report, told every few seconds and kept nowhere. */
export interface PresenceSign {
  readonly reportId: string;
  readonly agencyId: string | null;
  readonly userId: string;
  readonly name: string;
  readonly activity: PresenceActivity;
}

/** PostgreSQL notification channel: a {@link PresenceSign} as JSON. */
export const PRESENCE_CHANNEL = 'wadah_presence';

@Injectable()
export class PresenceRepository {
  constructor(private readonly database: Database) {}

  /** Tells every api process. */
  async announce(sign: PresenceSign): Promise<void> {
    await this.database.query('select pg_notify($1, $2)', [PRESENCE_CHANNEL, JSON.stringify(sign)]);
  }
}
