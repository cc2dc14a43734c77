import { Injectable } from '@nestjs/common';
import { type Actor, userIdOf } from '@app/accounts';
import { isHourOf, ReadClocksService } from '@app/clocks';
import {
  AuditRepository,
  ChangeFeedRepository,
  Database,
  newId,
  RetentionRunRepository,
  type RetentionRunRow,
} from '@app/database';
import { JobPublisher } from '@app/queues';
import { RetentionError } from './retention-error.js';
import { RetentionSettingsService } from './retention-settings.service.js';

const AN_HOUR_MS = 3_600_000;
const SHOWN = 10;

/** Puts a run in line: when an admin asks for it, and at night by itself. */
@Injectable()
export class RequestRetentionService {
  constructor(
    private readonly database: Database,
    private readonly runs: RetentionRunRepository,
    private readonly settings: RetentionSettingsService,
    private readonly clocks: ReadClocksService,
    private readonly audit: AuditRepository,
    private readonly changes: ChangeFeedRepository,
    private readonly jobs: JobPublisher,
  ) {}

  /** The newest first. */
  async latest(): Promise<RetentionRunRow[]> {
    return this.runs.latest(SHOWN);
  }

  /** @param actor null: nobody, it is the hour. @throws RetentionError `retention-under-way` */
  async request(actor: Actor | null): Promise<void> {
    const id = newId();
    await this.database.transaction(async (tx) => {
      if (!(await this.runs.request(tx, id, actor && userIdOf(actor)))) {
        throw new RetentionError('retention-under-way', 'A run is under way');
      }
      await this.audit.append(tx, {
        actor: actor ?? { kind: 'system', id: null },
        action: 'retention-requested',
        subject: 'retention',
      });
      await this.changes.append(tx, [{ topic: 'settings', entityId: 'retention', kind: 'requested' }]);
    });
    await this.jobs.publish('run-retention', { runId: id });
  }

  /** Once in the hour of the settings, when any rule is on. */
  async requestNightly(now: Date): Promise<void> {
    const { hour, rules } = await this.settings.read();
    if (!Object.values(rules).some(({ isEnabled }) => isEnabled)) return;
    if (!isHourOf(now, hour, this.clocks.timeZone)) return;
    if (await this.runs.isRequestedSince(new Date(now.getTime() - AN_HOUR_MS))) return;
    await this.request(null).catch((error: unknown) => {
      // Another worker was first.
      if (!(error instanceof RetentionError)) throw error;
    });
  }
}
