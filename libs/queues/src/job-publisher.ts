import { Inject, Injectable, Logger } from '@nestjs/common';
import type { Queue } from 'bullmq';
import { JOBS, QUEUE_NAMES, type JobName, type JobPayload, type QueueName } from './job-catalogue.js';
import { QueueBackend } from './queue-backend.js';
import { refuseAfter } from './refuse-after.js';

/** A queue that is away would keep a caller waiting until it is back. */
const LIMIT_MS = 2_000;

/** Puts jobs into the queues. */
@Injectable()
export class JobPublisher {
  private readonly logger = new Logger(JobPublisher.name);
  private readonly queues: ReadonlyMap<QueueName, Queue>;

  constructor(@Inject(QueueBackend) backend: QueueBackend) {
    this.queues = new Map(QUEUE_NAMES.map((name) => [name, backend.queue(name)]));
  }

  /**
   * Never throws: the row that the job is about is stored already, and a sweep finds it when the queue is away.
   * @param delayMs not before so many milliseconds from now
   */
  async publish<Name extends JobName>(name: Name, payload: JobPayload<Name>, delayMs = 0): Promise<void> {
    await this.add(name, [payload], delayMs);
  }

  /** As {@link publish}, in one step for any number of jobs. */
  async publishAll<Name extends JobName>(name: Name, payloads: readonly JobPayload<Name>[]): Promise<void> {
    if (payloads.length > 0) await this.add(name, payloads, 0);
  }

  private async add<Name extends JobName>(
    name: Name,
    payloads: readonly JobPayload<Name>[],
    delay: number,
  ): Promise<void> {
    const definition = JOBS[name];
    try {
      const adding = this.queue(definition.queue).addBulk(
        payloads.map((payload) => ({ name, data: definition.payload.parse(payload), opts: { delay } })),
      );
      await Promise.race([adding, refuseAfter(LIMIT_MS, adding)]);
    } catch (error) {
      this.logger.warn(`Job ${name} could not be queued; a sweep will do it: ${String(error)}`);
    }
  }

  private queue(name: QueueName): Queue {
    const queue = this.queues.get(name);
    if (!queue) throw new Error(`No queue "${name}"`);
    return queue;
  }
}
