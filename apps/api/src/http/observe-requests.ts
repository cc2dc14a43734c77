import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Metrics } from '../health/metrics.js';
import { LOGGER, type Logger } from '../logging/logger.js';

const QUIET = /^\/(health|metrics|inbox)/;

/**
 * One log line and one measurement per answer. Only the route's pattern is noted: addresses carry tokens of one-time
 * links, secrets of webhooks and search words.
 */
export function observeRequests(app: NestFastifyApplication): void {
  const logger = app.get<Logger>(LOGGER);
  const { requestDuration } = app.get(Metrics);
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('onRequest', (request, reply, done) => {
      void reply.header('x-request-id', request.id);
      done();
    })
    .addHook('onResponse', (request, reply, done) => {
      const route = request.routeOptions.url ?? 'unknown';
      const { method } = request;
      const status = reply.statusCode;
      requestDuration.observe({ method, route, status: String(status) }, reply.elapsedTime / 1000);
      const level = status >= 500 ? 'warn' : QUIET.test(route) ? 'debug' : 'info';
      logger[level](
        { requestId: request.id, method, route, status, ms: Math.round(reply.elapsedTime) },
        'answered',
      );
      done();
    });
}
