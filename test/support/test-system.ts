import { randomBytes } from 'node:crypto';
import { migrateQueues } from '@app/queues';
import { startWorker } from '../../apps/worker/src/start-worker.js';
import type { ApiClient } from './api-client.js';
import { signInFirstAdmin } from './first-admin.js';
import { startTestApi, type TestApi } from './test-api.js';
import { createTestDatabase, type TestDatabase } from './test-database.js';

export interface TestSystem {
  readonly api: TestApi;
  readonly admin: ApiClient;
  readonly database: TestDatabase;
  /** Seals the secrets of connections. */
  readonly secretKey: Buffer;
  /** Where the worker tells supervisors how it is. */
  readonly workerHealth: string;
  close(): Promise<void>;
}

/** API and worker on a database of their own, with an admin who has signed in; jobs in PostgreSQL unless given a Redis. */
export async function startTestSystem(redisUrl?: string): Promise<TestSystem> {
  const database = await createTestDatabase();
  await migrateQueues({ databaseUrl: database.url, redisUrl });
  const secretKey = randomBytes(32);
  const api = await startTestApi(database.url, { secretKey, redisUrl });
  const worker = await startWorker({
    databaseUrl: database.url,
    redisUrl,
    secretKey,
    allowsPrivateAddresses: true,
    applicationName: 'wadah-test-worker',
  });
  return {
    api,
    admin: await signInFirstAdmin(api),
    database,
    secretKey,
    workerHealth: `http://127.0.0.1:${worker.healthPort}`,
    close: async () => {
      await worker.close();
      await api.close();
      await database.drop();
    },
  };
}
