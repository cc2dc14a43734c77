import { Injectable } from '@nestjs/common';
import { LedgerRepository } from '@app/database';
import { JobPublisher } from '@app/queues';

export class EventNotReplayableError extends Error {
  readonly code = 'not-found';
}

/** Tries a quarantined event again, for example after an update taught the connector to read it. */
@Injectable()
export class ReplayEventService {
  constructor(
    private readonly ledger: LedgerRepository,
    private readonly jobs: JobPublisher,
  ) {}

  /** @throws EventNotReplayableError when it is not in quarantine, or is bytes that no connector could ever read */
  async replay(id: string): Promise<void> {
    if (!(await this.ledger.requeue(id))) {
      throw new EventNotReplayableError('This event is not in quarantine or cannot be read at all');
    }
    await this.jobs.publish('drain-ledger', {});
  }
}
