import { randomBytes } from 'node:crypto';
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
  const app = await createApi({
    databaseUrl,
    host: '127.0.0.1',
    port: 0,
    trustsProxy: false,
    logLevel: 'silent',
    timeZone: 'Asia/Makassar',
    secretKey: randomBytes(32),
    allowsPrivateAddresses: true,
    dataFolder: '/nonexistent',
    isStrict: true,
    servesWholeContract: true,
    heartbeatMs: 15_000,
    inboxFolder: '/nonexistent',
    ...changes,
  });
  await app.listen(0, '127.0.0.1');
  return { app, url: await app.getUrl(), close: () => app.close() };
}
