import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Connector } from '@app/connector-kit';
import { migrateQueues } from '@app/queues';
import { startWorker } from '../../apps/worker/src/start-worker.js';
import type { WorkerOptions } from '../../apps/worker/src/worker.module.js';
import type { ApiClient } from './api-client.js';
import { signInFirstAdmin } from './first-admin.js';
import { startTestApi, type TestApi } from './test-api.js';
import { createTestDatabase, type TestDatabase } from './test-database.js';

/** Nobody waits for what an installation looks for every few seconds. */
const QUICK = { lookMs: 2_000 };

export interface TestSystem {
  readonly api: TestApi;
  readonly admin: ApiClient;
  readonly database: TestDatabase;
  /** Seals the secrets of connections. */
  readonly secretKey: Buffer;
  /** Where files are kept. */
  readonly dataFolder: string;
  /** Where the worker tells supervisors how it is. */
  readonly workerHealth: string;
  /** Another worker beside the one that is always there. */
  startWorker(): Promise<{ close(): Promise<void> }>;
  close(): Promise<void>;
}

/**
 * API and worker on a database of their own, with an admin who has signed in.
 * @param redisUrl jobs in PostgreSQL without it
 * @param connectors installed channels instead of those that ship
 * @param apiChanges e.g. the folder of a built web app
 * @param workerChanges e.g. how often connections are asked how they are
 */
export async function startTestSystem(
  redisUrl?: string,
  connectors?: readonly Connector[],
  apiChanges: Parameters<typeof startTestApi>[1] = {},
  workerChanges: Pick<WorkerOptions, 'sweepPace' | 'corpusFolder'> = {},
): Promise<TestSystem> {
  const database = await createTestDatabase();
  await migrateQueues({ databaseUrl: database.url, redisUrl });
  const secretKey = randomBytes(32);
  const dataFolder = await mkdtemp(path.join(tmpdir(), 'wadah-test-'));
  const installed = connectors && { connectors };
  const api = await startTestApi(database.url, {
    secretKey,
    redisUrl,
    dataFolder,
    ...installed,
    ...apiChanges,
  });
  const start = () =>
    startWorker({
      databaseUrl: database.url,
      redisUrl,
      secretKey,
      dataFolder,
      allowsPrivateAddresses: true,
      timeZone: 'Asia/Makassar',
      applicationName: 'wadah-test-worker',
      ...installed,
      ...workerChanges,
      sweepPace: { ...QUICK, ...workerChanges.sweepPace },
    });
  const worker = await start();
  const others: { close(): Promise<void> }[] = [];
  return {
    api,
    admin: await signInFirstAdmin(api),
    database,
    secretKey,
    dataFolder,
    workerHealth: `http://127.0.0.1:${worker.healthPort}`,
    startWorker: async () => {
      const other = await start();
      others.push(other);
      return other;
    },
    close: async () => {
      await Promise.all([worker, ...others].map((running) => running.close()));
      await api.close();
      await database.drop();
      await rm(dataFolder, { recursive: true, force: true });
    },
  };
}
