import { Injectable } from '@nestjs/common';
import type { SystemHealth } from '@app/api-contract';
import { LedgerRepository, RunningProcessRepository, type SeenProcess } from '@app/database';
import { EventSpool } from '@app/ingestion';
import { InspectQueues, type QueueState } from '@app/queues';
import { describeSweeps, isAlive } from './describe-sweeps.js';
import { MeasureStorageService } from './measure-storage.service.js';

const COUNTED = 10_000;

/** How the installation is, in a handful of short queries. */
@Injectable()
export class ReadSystemHealthService {
  constructor(
    private readonly processes: RunningProcessRepository,
    private readonly ledger: LedgerRepository,
    private readonly queues: InspectQueues,
    private readonly spool: EventSpool,
    private readonly storage: MeasureStorageService,
  ) {}

  async read(): Promise<SystemHealth> {
    const [processes, queues, { pending, oldestAt }, spooled, storage] = await Promise.all([
      this.processes.list(),
      this.queues.states(),
      this.ledger.waiting(COUNTED),
      this.spool.waiting(),
      this.storage.measure(),
    ]);
    return {
      processes: processes.map(describeProcess),
      sweeps: describeSweeps(processes, Date.now()),
      queues: queues?.map(describeQueue) ?? null,
      ledger: {
        pending,
        isMore: pending === COUNTED,
        oldestAt: oldestAt?.toISOString() ?? null,
        spooled: spooled.length,
      },
      storage,
    };
  }
}

function describeProcess(process: SeenProcess): SystemHealth['processes'][number] {
  const { id, kind, host, pid } = process;
  return {
    ...{ id, kind, host, pid },
    startedAt: process.startedAt.toISOString(),
    seenAt: process.seenAt.toISOString(),
    isAlive: isAlive(process),
  };
}

function describeQueue(queue: QueueState): NonNullable<SystemHealth['queues']>[number] {
  return {
    ...queue,
    oldestWaitingAt: queue.oldestWaitingAt?.toISOString() ?? null,
    failures: queue.failures.map((failure) => ({
      ...failure,
      failedAt: failure.failedAt?.toISOString() ?? null,
    })),
  };
}
