import { ConnectorError, type ConnectorContext, type HttpResponse } from '@app/connector-kit';
import { explainRefusal } from './mastodon.errors.js';
import type { MastodonSettings } from './mastodon.settings.js';

export type MastodonContext = ConnectorContext<MastodonSettings>;

export interface MastodonRequest {
  readonly method: 'GET' | 'POST';
  /** Behind `/api/v1/`, with its query. */
  readonly path: string;
  readonly body?: Record<string, unknown>;
  /** The server answers a second request with the same key with the result of the first, for an hour. */
  readonly idempotencyKey?: string;
}

/** All calls of an account share one limit: 300 in five minutes, unless the server says otherwise. */
const BUCKET = 'api';

/**
 * Asks the server and hands back its answer below 400, or a 404, which means something to the caller.
 * @throws ConnectorError for everything else
 */
export async function askMastodon(context: MastodonContext, request: MastodonRequest): Promise<HttpResponse> {
  const { server, accessToken } = context.settings;
  await context.limits.take(BUCKET);
  const response = await context.http
    .request({
      method: request.method,
      url: `${server.replace(/\/+$/, '')}/api/v1/${request.path}`,
      headers: {
        authorization: `Bearer ${accessToken}`,
        ...(request.idempotencyKey && { 'idempotency-key': request.idempotencyKey }),
      },
      ...(request.body && { body: request.body }),
      signal: context.signal,
    })
    .catch((error: unknown) => {
      throw repeatable(error);
    });
  await observeLimit(context, response);
  if (response.status < 400 || response.status === 404) return response;
  throw explainRefusal(response, request.method === 'POST', context.now());
}

/** The key makes a second sending harmless, so a lost answer may be asked for again. */
function repeatable(error: unknown): unknown {
  if (!(error instanceof ConnectorError) || error.code !== 'outcome-unknown') return error;
  return new ConnectorError('transient', error.message);
}

async function observeLimit(context: MastodonContext, { headers }: HttpResponse): Promise<void> {
  const remaining = Number(headers['x-ratelimit-remaining'] ?? Number.NaN);
  const resetsAt = new Date(headers['x-ratelimit-reset'] ?? Number.NaN);
  if (Number.isNaN(remaining) || Number.isNaN(resetsAt.getTime())) return;
  // A pace that cannot be noted must not make an answer look lost.
  await context.limits.observe(BUCKET, { remaining, resetsAt }).catch(() => undefined);
}
