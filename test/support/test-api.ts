import { randomBytes } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { ApiConfig } from '../../apps/api/src/api.config.js';
import { createApi } from '../../apps/api/src/create-api.js';

export interface TestApi {
  readonly app: NestFastifyApplication;
  /** e.g. `http://127.0.0.1:40123` */
  readonly url: string;
  close(): Promise<void>;
}

/** The whole API, strict, listening on a free port. */
export async function startTestApi(databaseUrl: string, changes: Partial<ApiConfig> = {}): Promise<TestApi> {
  // Made when something must wait in it, which is rare.
  const dataFolder = path.join(tmpdir(), `wadah-test-api-${randomBytes(6).toString('hex')}`);
  const app = await createApi({
    databaseUrl,
    host: '127.0.0.1',
    port: 0,
    trustsProxy: false,
    logLevel: 'silent',
    timeZone: 'Asia/Makassar',
    secretKey: randomBytes(32),
    allowsPrivateAddresses: true,
    isStrict: true,
    servesWholeContract: true,
    heartbeatMs: 15_000,
    dataFolder,
    inboxFolder: '/nonexistent',
    ...changes,
  });
  await app.listen(0, '127.0.0.1');
  const close = async (): Promise<void> => {
    await app.close();
    await rm(dataFolder, { recursive: true, force: true });
  };
  return { app, url: await app.getUrl(), close };
}
