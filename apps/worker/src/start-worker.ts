import { NestFactory } from '@nestjs/core';
import {
  CHANGES_CHANNEL,
  Database,
  LedgerRepository,
  NotificationListener,
  SessionLocks,
} from '@app/database';
import { DrainLedgerService } from '@app/ingestion';
import { QueueBackend, startJobWorker } from '@app/queues';
import { SendReplyService } from '@app/replies';
import type { RuntimeOptions } from '../../runtime/src/runtime.module.js';
import { HealthServer } from './health-server.js';
import { PullLoopsService } from './pull-loops.service.js';
import { SweepsService } from './sweeps.service.js';
import { WorkerModule } from './worker.module.js';

export interface WorkerOptions extends RuntimeOptions {
  /** Port of the page for supervisors; without it a free one. */
  readonly healthPort?: number;
}

/** Everything that works in the background. @returns what stops it */
export async function startWorker(
  options: WorkerOptions,
): Promise<{ readonly healthPort: number; close(): Promise<void> }> {
  const app = await NestFactory.createApplicationContext(WorkerModule.forRoot(options), {
    logger: ['warn', 'error'],
    abortOnError: false,
  });
  const queues = app.get(QueueBackend);
  const drain = app.get(DrainLedgerService);
  const sender = app.get(SendReplyService);
  startJobWorker(queues, 'ingestion', { 'drain-ledger': async () => void (await drain.drainAll()) }, 2);
  startJobWorker(queues, 'replies', { 'send-reply': ({ replyId }) => sender.send(replyId) }, 8);
  app.get(SweepsService).start();
  const pulls = app.get(PullLoopsService);
  // A connection that an admin has just saved starts (or stops) at once; what fails here is for the next sweep.
  const reconcilePulls = (topics: string): void => {
    if (topics.split(',').includes('connection')) pulls.reconcile().catch(() => undefined);
  };
  const listener = new NotificationListener(
    options.databaseUrl,
    CHANGES_CHANNEL,
    reconcilePulls,
    () => undefined,
  );
  await listener.start();
  const health = new HealthServer(app.get(Database), app.get(LedgerRepository));
  const healthPort = await health.listen(options.healthPort ?? 0);
  return {
    healthPort,
    close: async () => {
      await health.close();
      await listener.close();
      await app.close();
      await app.get(SessionLocks).close();
    },
  };
}
