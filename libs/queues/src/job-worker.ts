import { Logger } from '@nestjs/common';
import type { Worker } from 'bullmq';
import { JOBS, type JobHandlers, type JobName, type QueueName } from './job-catalogue.js';
import type { QueueBackend } from './queue-backend.js';

/**
 * Runs one queue's jobs. Payloads are parsed again when taken: old jobs outlive a deployment.
 * @param concurrency jobs of this queue at the same time in this process
 */
export function startJobWorker<Queue extends QueueName>(
  backend: QueueBackend,
  queue: Queue,
  handlers: JobHandlers<Queue>,
  concurrency: number,
): Worker {
  const logger = new Logger(`queue:${queue}`);
  const byName = handlers as unknown as Readonly<Record<string, (payload: unknown) => Promise<void>>>;
  const worker = backend.worker(
    queue,
    async (job) => {
      const handle = byName[job.name];
      if (!handle) throw new Error(`No handler for job "${job.name}"`);
      await handle(JOBS[job.name as JobName].payload.parse(job.data));
    },
    concurrency,
  );
  worker.on('failed', (job, error) => logger.error(`${job?.name ?? 'job'} failed: ${error.message}`));
  return worker;
}
