import { Injectable, Logger, type OnModuleDestroy } from '@nestjs/common';
import { AuditRepository, ChangeFeedRepository, Database, RetentionRunRepository } from '@app/database';
import { RETENTION_KINDS } from '@app/report-model';
import { EraseDueService } from './erase-due.service.js';
import { RetentionSettingsService } from './retention-settings.service.js';
import { RunTally } from './run-tally.js';

/** Does a run that was asked for. Safe to run twice and to stop anywhere: what is erased is not found again. */
@Injectable()
export class RunRetentionService implements OnModuleDestroy {
  private readonly logger = new Logger(RunRetentionService.name);
  private readonly stopping = new AbortController();
  private running: Promise<void> = Promise.resolve();

  constructor(
    private readonly database: Database,
    private readonly runs: RetentionRunRepository,
    private readonly settings: RetentionSettingsService,
    private readonly eraser: EraseDueService,
    private readonly audit: AuditRepository,
    private readonly changes: ChangeFeedRepository,
  ) {}

  /** Runs that lost their job or their worker. */
  async sweep(): Promise<void> {
    for (const id of await this.runs.open()) await this.run(id);
  }

  async run(id: string): Promise<void> {
    if (this.stopping.signal.aborted) return;
    const before = await this.runs.take(id);
    if (!before) return;
    this.running = this.work(id, new RunTally(before));
    await this.running;
  }

  async onModuleDestroy(): Promise<void> {
    this.stopping.abort();
    await this.running;
  }

  private async work(id: string, tally: RunTally): Promise<void> {
    const { signal } = this.stopping;
    try {
      const settings = await this.settings.read();
      const now = new Date();
      for (const kind of RETENTION_KINDS.filter((one) => settings.rules[one].isEnabled)) {
        tally.begin(kind);
        await this.eraser.erase({ id, tally, settings, now, signal }, kind);
        if (signal.aborted) return await this.runs.release(id);
      }
      await this.finish(id, tally, null);
    } catch (error) {
      if (signal.aborted) return await this.runs.release(id);
      const problem = (error instanceof Error ? error.message : String(error)).slice(0, 300);
      this.logger.error(`Retention run ${id} failed: ${problem}`);
      await this.finish(id, tally, problem);
    }
  }

  private async finish(id: string, tally: RunTally, problem: string | null): Promise<void> {
    await this.database.transaction(async (tx) => {
      await this.runs.note(tx, id, tally.results);
      await this.runs.finish(tx, id, problem === null ? 'done' : 'failed', problem);
      for (const [kind, { erased, held, failed }] of Object.entries(tally.results)) {
        const data = { kind, erased, held, failed };
        const actor = { kind: 'system', id: null } as const;
        await this.audit.append(tx, { actor, action: 'retention-erased', subject: `retention:${id}`, data });
      }
      await this.changes.append(tx, [{ topic: 'settings', entityId: 'retention', kind: 'finished' }]);
    });
  }
}
