import { hostedApiPath } from '@app/connections';
import { ConnectorRegistry, type HostedApiAnswer, type HostedApiRequest } from '@app/connector-kit';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { ApiConfig } from '../api.config.js';
import { singles } from '../http/singles.js';
import { publicUrlOf } from '../http/public-url.js';
import { AnswerHostedApiService } from './answer-hosted-api.service.js';

interface HostedParams {
  readonly id: string;
  readonly '*': string;
}
type HostedRequest = FastifyRequest<{ Params: HostedParams }> & { readonly rawBody?: Buffer };

const RETRY_SECONDS = '60';

/** Gives every channel that serves an interface of its own the addresses below its code. */
export function serveHostedApis(app: NestFastifyApplication): void {
  const instance: FastifyInstance = app.getHttpAdapter().getInstance();
  const answerer = app.get(AnswerHostedApiService);
  const config = app.get(ApiConfig);
  for (const connector of app.get(ConnectorRegistry).all()) {
    const { api, descriptor } = connector;
    if (!api) continue;
    instance.route<{ Params: HostedParams }>({
      method: ['GET', 'POST'],
      url: `/${descriptor.code}/:id/*`,
      handler: async (request, reply) => {
        const { id } = request.params;
        const url = publicUrlOf(request, config) + hostedApiPath({ channel: descriptor.code, id });
        const hosted = hostedRequestOf(request, url);
        return send(reply, await answerer.answer({ ...connector, api }, id, request.ip, hosted));
      },
      errorHandler: (error, request, reply) => {
        const hosted = { path: pathOf(request.url), headers: singles(request.headers) };
        void send(reply, answerer.failure(api, hosted, error));
      },
    });
  }
}

function hostedRequestOf(request: HostedRequest, url: string): HostedApiRequest {
  return {
    method: request.method === 'POST' ? 'POST' : 'GET',
    url,
    path: request.params['*'],
    query: singles(request.query as Record<string, string | string[] | undefined>),
    headers: singles(request.headers),
    rawBody: request.rawBody ?? Buffer.alloc(0),
  };
}

function pathOf(url: string): string {
  return (url.split('?')[0] ?? '').replace(/^\/[^/]+\/[^/]+\//, '');
}

/** What stands there is for everybody: pages of others may read it, too. */
function send(reply: FastifyReply, { status, contentType, body }: HostedApiAnswer): FastifyReply {
  if (status === 429 || status === 503) void reply.header('retry-after', RETRY_SECONDS);
  return reply
    .status(status)
    .headers({
      'content-type': contentType,
      'cache-control': 'no-store',
      'access-control-allow-origin': '*',
      'cross-origin-resource-policy': 'cross-origin',
    })
    .send(body);
}
