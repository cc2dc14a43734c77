import type { ConnectorContext } from './context.js';
import { ConnectorError } from './errors.js';
import { AnswerTooLargeError, type HttpResponse } from './http-client.js';
import type { MediaContent } from './media.js';

const MAX_REDIRECTS = 3;
const TIMEOUT_MS = 60_000;
const DEFAULT_WAIT_MS = 60_000;

export interface MediaUrlOptions {
  /** Larger files are refused. */
  readonly maxBytes: number;
  /** Credentials; a redirect to another origin does not get them. */
  readonly headers?: Readonly<Record<string, string>>;
}

/**
 * Fetches a file from an address, following at most three redirects. Messages name the host, never the path.
 * @throws ConnectorError `media-gone`, `media-too-large`, `rate-limited`, `transient`, `permission-missing`; with
 * `headers` also `credentials-rejected`
 */
export async function fetchMediaUrl(
  context: Pick<ConnectorContext<unknown>, 'http' | 'signal' | 'now'>,
  url: string,
  { maxBytes, headers }: MediaUrlOptions,
): Promise<MediaContent> {
  let address = new URL(url);
  const { origin } = address;
  for (let hop = 0; hop <= MAX_REDIRECTS; hop++) {
    const response = await context.http
      .request({
        method: 'GET',
        url: address.href,
        maxBytes,
        timeoutMs: TIMEOUT_MS,
        signal: context.signal,
        ...(headers && address.origin === origin ? { headers } : {}),
      })
      .catch((error: unknown) => {
        throw error instanceof AnswerTooLargeError ? tooLarge(address.host, maxBytes) : error;
      });
    const { location } = response.headers;
    if (response.status < 300 || response.status > 399 || location === undefined) {
      return contentOf(response, address.host, headers !== undefined, context.now());
    }
    if (!URL.canParse(location, address.href)) break;
    address = new URL(location, address.href);
  }
  throw new ConnectorError('transient', `${address.host} leads in circles instead of to the file`);
}

function contentOf(response: HttpResponse, host: string, isSignedIn: boolean, now: Date): MediaContent {
  const { status, headers, body } = response;
  if (status === 200) {
    const mimeType = headers['content-type']?.split(';')[0]?.trim();
    return { body, ...(mimeType ? { mimeType } : {}) };
  }
  if (status === 429) {
    const seconds = Number(headers['retry-after']);
    const wait = seconds > 0 ? seconds * 1000 : DEFAULT_WAIT_MS;
    throw new ConnectorError('rate-limited', `${host} asks to wait before fetching the file`, {
      until: new Date(now.getTime() + wait),
    });
  }
  if (isSignedIn && status === 401) {
    throw new ConnectorError('credentials-rejected', `${host} no longer accepts the credentials for files`);
  }
  if (isSignedIn && status === 403) {
    throw new ConnectorError('permission-missing', `${host} does not allow to fetch the file`);
  }
  // Addresses that carry their own permission answer so once it has run out.
  if ([401, 403, 404, 410].includes(status)) {
    throw new ConnectorError('media-gone', `${host} no longer has the file (status ${status})`);
  }
  throw new ConnectorError('transient', `${host} could not give the file (status ${status})`);
}

function tooLarge(host: string, maxBytes: number): ConnectorError {
  return new ConnectorError('media-too-large', `The file at ${host} is larger than ${maxBytes} bytes`);
}
