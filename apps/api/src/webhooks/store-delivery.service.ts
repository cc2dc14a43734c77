import { Inject, Injectable } from '@nestjs/common';
import type { ParsedEvent, WebhookSource } from '@app/connector-kit';
import { EventSpool, RecordEventsService } from '@app/ingestion';
import { describeError } from '../logging/describe-error.js';
import { LOGGER, type Logger } from '../logging/logger.js';
import { withinTime } from './time-limit.js';

/** A platform that comes once must not be kept waiting until it hangs up. */
const PATIENCE_MS = 5_000;

/** Puts a delivery where it is safe. */
@Injectable()
export class StoreDeliveryService {
  constructor(
    private readonly events: RecordEventsService,
    private readonly spool: EventSpool,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  /** @throws whatever stood in the way, when it is nowhere: the platform must keep it */
  async store(
    connectionId: string,
    { isNeverRetried }: WebhookSource<unknown>,
    events: readonly ParsedEvent[],
  ): Promise<void> {
    const recorded = this.events.record(connectionId, events);
    if (!isNeverRetried) {
      await recorded;
      return;
    }
    try {
      await withinTime(PATIENCE_MS, recorded);
    } catch (error) {
      // Should the database take it after all, the spool's copy is a second delivery of the same.
      await this.spool.keep({ connectionId, events });
      this.logger.warn({ connectionId, error: describeError(error) }, 'a delivery was kept in the spool');
    }
  }
}
