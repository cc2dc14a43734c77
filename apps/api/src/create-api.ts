import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { newId } from '@app/database';
import type { ApiConfig } from './api.config.js';
import { AppModule } from './app.module.js';
import { serveHostedApis } from './hosted-apis/serve-hosted-apis.js';
import { registerBodyParsers } from './http/body-parsers.js';
import { observeRequests } from './http/observe-requests.js';
import { registerPlugins } from './http/security.plugins.js';
import { closeUnusedConnectionsAtStop } from './http/unused-connections.js';
import { createLogger } from './logging/logger.js';
import { NestLogger } from './logging/nest-logger.js';
import { serveDocs } from './openapi/serve-docs.js';
import { serveInbox } from './static/serve-inbox.js';

const BODY_LIMIT_BYTES = 1024 * 1024;

/** The whole API, ready to listen. The caller closes it. */
export async function createApi(config: ApiConfig): Promise<NestFastifyApplication> {
  const logger = createLogger(config.logLevel);
  const adapter = new FastifyAdapter({
    bodyLimit: BODY_LIMIT_BYTES,
    trustProxy: config.trustsProxy,
    requestIdHeader: false,
    genReqId: () => newId(),
    routerOptions: { maxParamLength: 300 },
  });
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.forRoot(config, logger), adapter, {
    rawBody: true,
    abortOnError: false,
    logger: new NestLogger(logger),
  });
  registerBodyParsers(app);
  closeUnusedConnectionsAtStop(app);
  observeRequests(app);
  await registerPlugins(app, config);
  serveHostedApis(app);
  await serveDocs(app);
  await serveInbox(app, config.inboxFolder);
  return app;
}
