import { parse } from 'node:querystring';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { ConnectorRegistry } from '@app/connector-kit';
import type { FastifyRequest } from 'fastify';
import { hostedApiPrefixes } from '@app/connections';
import { ProblemError } from './problem.js';
import { readBounded } from './read-bounded.js';
import { API_PREFIX } from './route.decorator.js';

const FORM_PAGES = ['/lapor/', '/lacak/'];
const WEBHOOKS = `${API_PREFIX}/webhooks/`;

/**
 * Bodies for connectors are left as bytes, whatever their type: a webhook's signature is checked over the bytes, one
 * that cannot be read must reach the ledger, and a hosted interface refuses in its own form. `request.rawBody` has them.
 */
export function registerBodyParsers(app: NestFastifyApplication): void {
  const instance = app.getHttpAdapter().getInstance();
  const left = [WEBHOOKS, ...hostedApiPrefixes(app.get(ConnectorRegistry))];
  const isLeft = ({ url }: { readonly url: string }): boolean =>
    left.some((prefix) => url.startsWith(prefix));
  const parseJson = instance.getDefaultJsonParser('error', 'error');
  app.useBodyParser('application/json', {}, (request, body, done) => {
    if (isLeft(request)) return done(null, body);
    // A POST without fields may still come with the content type.
    if (body.length === 0) return done(null, undefined);
    // Both are the same parser to Fastify; only the adapter's types name other servers.
    void parseJson(request as FastifyRequest, body.toString('utf8'), done);
  });
  app.useBodyParser('application/x-www-form-urlencoded', {}, (request, body, done) => {
    done(null, isLeft(request) ? body : { ...parse(body.toString('utf8')) });
  });
  // A file is read by its handler, piece by piece, once it is known who sends it.
  instance.addContentTypeParser('application/octet-stream', (request, payload, done) => {
    if (isLeft(request)) return readWhole(request, payload, done);
    done(null, payload);
  });
  // Forms with photos are read by their pages.
  instance.addContentTypeParser('multipart/form-data', (request, payload, done) => {
    if (isLeft(request)) return readWhole(request, payload, done);
    if (FORM_PAGES.some((prefix) => request.url.startsWith(prefix))) return done(null, payload);
    done(new ProblemError('unsupported-media-type'), undefined);
  });
  app.useBodyParser('*', {}, (request, body, done) => {
    if (isLeft(request)) return done(null, body);
    done(new ProblemError('unsupported-media-type'), undefined);
  });
}

function readWhole(
  request: FastifyRequest,
  payload: AsyncIterable<Buffer>,
  done: (error: Error | null, body?: unknown) => void,
): void {
  readBounded(payload, request.routeOptions.bodyLimit).then((body) => {
    if (body === null) return done(new ProblemError('body-too-large'), undefined);
    done(null, Object.assign(request, { rawBody: body }).rawBody);
  }, done);
}
