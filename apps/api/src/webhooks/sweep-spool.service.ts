import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { isDatabaseUnavailable } from '@app/database';
import { EventSpool, RecordEventsService } from '@app/ingestion';
import { describeError } from '../logging/describe-error.js';
import { LOGGER, type Logger } from '../logging/logger.js';

const PAUSE_MS = 2_000;

/** Brings what waits in the spool into the ledger once the database takes it. */
@Injectable()
export class SweepSpoolService implements OnApplicationBootstrap, OnApplicationShutdown {
  private timer: NodeJS.Timeout | undefined;
  private sweeping: Promise<void> = Promise.resolve();
  private isClosed = false;

  constructor(
    private readonly spool: EventSpool,
    private readonly events: RecordEventsService,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  onApplicationBootstrap(): void {
    this.timer = setTimeout(() => {
      this.sweeping = this.sweep()
        .catch((error: unknown) => this.warn('the spool could not be swept', error))
        .finally(() => {
          if (!this.isClosed) this.onApplicationBootstrap();
        });
    }, PAUSE_MS);
  }

  async onApplicationShutdown(): Promise<void> {
    this.isClosed = true;
    clearTimeout(this.timer);
    await this.sweeping;
  }

  private async sweep(): Promise<void> {
    for (const name of await this.spool.waiting()) {
      try {
        const delivery = await this.spool.read(name);
        if (delivery) await this.events.record(delivery.connectionId, delivery.events);
        await this.spool.remove(name);
      } catch (error) {
        if (isDatabaseUnavailable(error)) return;
        // It stays, and is counted; the others go on.
        this.warn(`${name} in the spool could not be stored`, error);
      }
    }
  }

  private warn(what: string, error: unknown): void {
    this.logger.warn({ error: describeError(error) }, what);
  }
}
