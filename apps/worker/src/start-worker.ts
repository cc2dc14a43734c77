import { Logger } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import {
  CHANGES_CHANNEL,
  Database,
  LedgerRepository,
  NotificationListener,
  SessionLocks,
} from '@app/database';
import { RunBulkService } from '@app/casework';
import { DrainLedgerService } from '@app/ingestion';
import { RunTrainingService } from '@app/learning';
import { FetchAttachmentService } from '@app/media';
import { QueueBackend, startJobWorker } from '@app/queues';
import { KeepErasuresService, RunRetentionService } from '@app/retention';
import { CheckReplyService, SendReplyService } from '@app/replies';
import { FillGapsService } from './fill-gaps.service.js';
import { HealthServer } from './health-server.js';
import { LearnService } from './learn.service.js';
import { PullLoopsService } from './pull-loops.service.js';
import { SessionHostsService } from './session-hosts.service.js';
import { SweepsService } from './sweeps.service.js';
import { TellProgramsService } from './tell-programs.service.js';
import { WorkerModule, type WorkerOptions } from './worker.module.js';

/** Everything that works in the background. @returns what stops it */
export async function startWorker(
  options: WorkerOptions,
): Promise<{ readonly healthPort: number; close(): Promise<void> }> {
  const app = await NestFactory.createApplicationContext(WorkerModule.forRoot(options), {
    logger: ['warn', 'error'],
    abortOnError: false,
  });
  const logger = new Logger('Worker');
  // Before anything is made of a database that was restored. What fails is tried again by the sweep.
  await app
    .get(KeepErasuresService)
    .keep()
    .catch((error: unknown) => logger.error(`Erasures are not applied yet: ${String(error)}`));
  const queues = app.get(QueueBackend);
  const drain = app.get(DrainLedgerService);
  const sender = app.get(SendReplyService);
  startJobWorker(queues, 'ingestion', { 'drain-ledger': async () => void (await drain.drainAll()) }, 2);
  const fetcher = app.get(FetchAttachmentService);
  startJobWorker(queues, 'media', { 'fetch-media': ({ attachmentId }) => fetcher.fetch(attachmentId) }, 4);
  const checker = app.get(CheckReplyService);
  const replies = {
    'send-reply': ({ replyId }: { replyId: string }) => sender.send(replyId),
    'check-reply': ({ replyId }: { replyId: string }) => checker.check(replyId),
  };
  startJobWorker(queues, 'replies', replies, 16);
  const bulk = app.get(RunBulkService);
  startJobWorker(queues, 'bulk', { 'run-bulk': ({ jobId }) => bulk.run(jobId) }, 2);
  const trainings = app.get(RunTrainingService);
  startJobWorker(queues, 'learning', { 'train-model': ({ modelId }) => trainings.run(modelId) }, 1);
  const retention = app.get(RunRetentionService);
  startJobWorker(queues, 'retention', { 'run-retention': ({ runId }) => retention.run(runId) }, 1);
  app.get(SweepsService).start();
  const pulls = app.get(PullLoopsService);
  const sessions = app.get(SessionHostsService);
  const gaps = app.get(FillGapsService);
  const webhooks = app.get(TellProgramsService);
  const learning = app.get(LearnService);
  // A connection that an admin has just saved starts (or stops) at once; what fails here is for the next sweep.
  const reconcile = (topics: string): void => {
    webhooks.tell().catch(() => undefined);
    if (topics.split(',').includes('model')) learning.refresh().catch(() => undefined);
    if (!topics.split(',').includes('connection')) return;
    pulls.reconcile().catch(() => undefined);
    sessions.reconcile().catch(() => undefined);
    gaps.fill().catch(() => undefined);
  };
  const listener = new NotificationListener(options.databaseUrl, CHANGES_CHANNEL, reconcile, () => undefined);
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
