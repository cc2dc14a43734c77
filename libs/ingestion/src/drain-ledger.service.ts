import { Injectable, Logger } from '@nestjs/common';
import { Database, isDatabaseUnavailable, LedgerRepository, type ClaimedEvent } from '@app/database';
import { JobPublisher } from '@app/queues';
import { DrainBatchService } from './drain-batch.service.js';
import { reasonOf } from './normalise-events.js';

const BATCH_SIZE = 500;

/** Works off the ledger. Any number of workers may do it at once; each lane is with one of them at a time. */
@Injectable()
export class DrainLedgerService {
  private readonly logger = new Logger(DrainLedgerService.name);

  constructor(
    private readonly database: Database,
    private readonly ledger: LedgerRepository,
    private readonly batches: DrainBatchService,
    private readonly jobs: JobPublisher,
  ) {}

  /** Drains until nothing is pending that this process could get hold of. */
  async drainAll(): Promise<{ handled: number }> {
    let handled = 0;
    for (;;) {
      const lanes = await this.ledger.pendingLanes();
      const progress = lanes.length === 0 ? 0 : await this.drainLanes(lanes, BATCH_SIZE);
      if (progress === 0) return { handled };
      handled += progress;
    }
  }

  /**
   * One batch in one transaction. When a batch fails for a reason of its own, it is halved until the one event that
   * cannot be handled stands alone; that one is quarantined and the others go on.
   */
  private async drainLanes(lanes: readonly number[], limit: number): Promise<number> {
    let claimed: ClaimedEvent[] = [];
    try {
      const attachmentIds = await this.database.transaction(async (tx) => {
        claimed = await this.ledger.claim(tx, lanes, limit);
        return claimed.length > 0 ? this.batches.drain(tx, claimed) : [];
      });
      await this.jobs.publishAll(
        'fetch-media',
        attachmentIds.map((attachmentId) => ({ attachmentId })),
      );
      return claimed.length;
    } catch (error) {
      const [event] = claimed;
      if (isDatabaseUnavailable(error) || !event) throw error;
      if (claimed.length > 1) return this.drainLanes(lanes, Math.ceil(claimed.length / 2));
      this.logger.error(`Event ${event.id} cannot be handled: ${reasonOf(error)}`);
      await this.database.transaction((tx) =>
        this.ledger.settle(tx, [{ id: event.id, state: 'quarantined', reason: reasonOf(error) }]),
      );
      return 1;
    }
  }
}
