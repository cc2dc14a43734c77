import { Inject, Injectable } from '@nestjs/common';
import { QUEUE_NAMES, type QueueName } from './job-catalogue.js';
import { QueueBackend } from './queue-backend.js';
import { refuseAfter } from './refuse-after.js';

export interface FailedJob {
  readonly id: string;
  readonly job: string;
  readonly reason: string;
  readonly failedAt: Date | null;
}

export interface QueueState {
  readonly name: QueueName;
  readonly waiting: number;
  readonly active: number;
  readonly delayed: number;
  readonly failed: number;
  readonly oldestWaitingAt: Date | null;
  /** The latest ones. */
  readonly failures: readonly FailedJob[];
}

const LIMIT_MS = 3_000;
const FAILURES_SHOWN = 5;
/** As many failed jobs as a queue keeps. */
const MOST_RETRIED = 1_000;
const LONGEST_REASON = 500;

/** What waits in the queues, and what failed there. */
@Injectable()
export class InspectQueues {
  constructor(@Inject(QueueBackend) private readonly backend: QueueBackend) {}

  /** @returns null when the queue's server does not answer in time */
  async states(): Promise<readonly QueueState[] | null> {
    const reading = Promise.all(QUEUE_NAMES.map((name) => this.stateOf(name)));
    return Promise.race([reading, refuseAfter(LIMIT_MS, reading)]).catch(() => null);
  }

  /** Puts failed jobs back. @returns how many had failed */
  async retryFailed(name: QueueName): Promise<number> {
    const queue = this.backend.queue(name);
    const { failed = 0 } = await queue.getJobCounts('failed');
    if (failed > 0) await queue.retryJobs({ state: 'failed', count: MOST_RETRIED });
    return failed;
  }

  private async stateOf(name: QueueName): Promise<QueueState> {
    const queue = this.backend.queue(name);
    const [counts, [oldest], failures] = await Promise.all([
      queue.getJobCounts('wait', 'active', 'delayed', 'failed'),
      queue.getJobs(['wait'], 0, 0, true),
      queue.getJobs(['failed'], 0, FAILURES_SHOWN - 1),
    ]);
    return {
      name,
      waiting: counts['wait'] ?? 0,
      active: counts['active'] ?? 0,
      delayed: counts['delayed'] ?? 0,
      failed: counts['failed'] ?? 0,
      oldestWaitingAt: oldest ? new Date(oldest.timestamp) : null,
      failures: failures.map((job) => ({
        id: String(job.id),
        job: job.name,
        reason: (job.failedReason ?? '').slice(0, LONGEST_REASON),
        failedAt: job.finishedOn === undefined ? null : new Date(job.finishedOn),
      })),
    };
  }
}
