import { ConnectorError, type HttpResponse } from '@app/connector-kit';
import { z } from 'zod';

const RATE_WINDOW_MS = 5 * 60_000;
const bodySchema = z.looseObject({ error: z.string() });

/** What a status of 400 and more means. */
export function explainRefusal(response: HttpResponse, isSending: boolean, now: Date): ConnectorError {
  const { status } = response;
  const says = `Mastodon (${status}): "${wordsOf(response)}"`;
  if (status === 401) {
    return new ConnectorError(
      'credentials-rejected',
      `The server rejects the access token. Create a new one under Preferences → Development. ${says}`,
    );
  }
  if (status === 429) {
    const reset = new Date(response.headers['x-ratelimit-reset'] ?? Number.NaN);
    const until = reset.getTime() > now.getTime() ? reset : new Date(now.getTime() + RATE_WINDOW_MS);
    return new ConnectorError('rate-limited', `The server allows no more requests for now. ${says}`, {
      until,
    });
  }
  if (status >= 500) return new ConnectorError('transient', `The server has a fault of its own. ${says}`);
  if (isSending) {
    return new ConnectorError(
      'reply-refused',
      `The server refused the answer: open the post and answer there. ${says}`,
    );
  }
  return new ConnectorError(
    'permission-missing',
    `The server does not allow this: the token needs the scopes read and write:statuses. ${says}`,
  );
}

export function notMastodon(): ConnectorError {
  return new ConnectorError(
    'payload-unrecognised',
    'The answer did not come from a Mastodon server: is the address right, or a proxy in between?',
  );
}

function wordsOf(response: HttpResponse): string {
  try {
    return bodySchema.parse(response.json()).error.slice(0, 200);
  } catch {
    return 'no reason given';
  }
}
