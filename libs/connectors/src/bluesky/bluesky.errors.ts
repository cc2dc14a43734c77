import { ConnectorError, type HttpResponse } from '@app/connector-kit';
import { z } from 'zod';

const RATE_WINDOW_MS = 5 * 60_000;
const bodySchema = z.looseObject({ error: z.string().catch(''), message: z.string().catch('') });

export interface BlueskyRefusal {
  readonly status: number;
  /** The protocol's own word, e.g. `ExpiredToken`. */
  readonly error: string;
  readonly message: string;
}

export function refusalOf(response: HttpResponse): BlueskyRefusal {
  try {
    return { status: response.status, ...bodySchema.parse(response.json()) };
  } catch {
    return { status: response.status, error: '', message: '' };
  }
}

/** The token of a session is good for two hours or so. */
export function isExpired({ status, error }: BlueskyRefusal): boolean {
  return error === 'ExpiredToken' || (status === 401 && error !== 'AccountTakedown');
}

/** What a status of 400 and more means. */
export function explainRefusal(response: HttpResponse, isSending: boolean, now: Date): ConnectorError {
  const { status, error, message } = refusalOf(response);
  const says = `Bluesky (${status}): "${(message || error || 'no reason given').slice(0, 200)}"`;
  if (status === 401 || error === 'AccountTakedown') {
    return new ConnectorError(
      'credentials-rejected',
      `Bluesky rejects the account or its app password. Create a new one under Settings → App passwords. ${says}`,
    );
  }
  if (status === 429) {
    const reset = new Date(Number(response.headers['ratelimit-reset'] ?? Number.NaN) * 1000);
    const until = reset.getTime() > now.getTime() ? reset : new Date(now.getTime() + RATE_WINDOW_MS);
    return new ConnectorError('rate-limited', `Bluesky allows no more requests for now. ${says}`, { until });
  }
  if (status >= 500) return new ConnectorError('transient', `Bluesky has a fault of its own. ${says}`);
  if (isSending) {
    return new ConnectorError(
      'reply-refused',
      `Bluesky refused the answer: open the post and answer there. ${says}`,
    );
  }
  return new ConnectorError('permission-missing', `Bluesky does not allow this. ${says}`);
}

export function notBluesky(): ConnectorError {
  return new ConnectorError(
    'payload-unrecognised',
    'The answer did not come from a server of Bluesky: is the address right, or a proxy in between?',
  );
}
