import { Inject, Injectable, Logger } from '@nestjs/common';
import type { Queue } from 'bullmq';
import { JOBS, QUEUE_NAMES, type JobName, type JobPayload, type QueueName } from './job-catalogue.js';
import { QueueBackend } from './queue-backend.js';

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
    const definition = JOBS[name];
    try {
      await this.queue(definition.queue).add(name, definition.payload.parse(payload), {
        delay: delayMs,
      });
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
