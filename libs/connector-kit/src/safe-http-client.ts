import { isIP, type LookupFunction } from 'node:net';
import { Agent, buildConnector, request as undiciRequest } from 'undici';
import { isPublicAddress, PrivateAddressError, publicOnlyLookup } from './address-guard.js';
import { ConnectorError } from './errors.js';
import type { HttpClient, HttpRequest, HttpResponse } from './http-client.js';
import { ConnectFailure, Deadline, explainFailure, TooLargeError } from './safe-http-client-failures.js';

const DEFAULT_TIMEOUT_MS = 15_000;
const DEFAULT_MAX_BYTES = 10 * 1024 * 1024;
const CONNECT_TIMEOUT_MS = 10_000;

export interface SafeHttpClientOptions {
  /** Lets the client reach loopback, private and link-local addresses; default false. */
  readonly allowPrivateAddresses?: boolean;
  /** Replaces the system's name resolution; its answers are still checked. */
  readonly lookup?: LookupFunction;
}

/**
 * The only way for a connector to reach the network. Bounded in time and size, keeps away from private addresses and
 * never follows a redirect: a 3xx is an answer like any other. Its errors name the host, never the path or query,
 * since tokens travel there. Keep one per process and per `allowPrivateAddresses`, as it holds open connections.
 */
export class SafeHttpClient implements HttpClient {
  private readonly agent: Agent;

  constructor(options: SafeHttpClientOptions = {}) {
    this.agent = new Agent({ connect: guardedConnector(options), headersTimeout: 0, bodyTimeout: 0 });
  }

  /** See {@link HttpClient}. A GET changes nothing, so all its failures are `transient`. */
  async request(request: HttpRequest): Promise<HttpResponse> {
    const url = readUrl(request.url);
    if (request.signal?.aborted) {
      throw new ConnectorError('transient', `The request to ${url.host} was stopped before it was sent`);
    }
    const deadline = new Deadline(request.timeoutMs ?? DEFAULT_TIMEOUT_MS, request.signal);
    try {
      const answer = await undiciRequest(url, {
        dispatcher: this.agent,
        method: request.method,
        ...encodeBody(request),
        signal: deadline.signal,
      });
      const body = await readBody(answer.body, request.maxBytes ?? DEFAULT_MAX_BYTES);
      return toResponse(url.host, answer.statusCode, answer.headers, body);
    } catch (error) {
      throw explainFailure(error, url.host, request.method, deadline);
    } finally {
      deadline.clear();
    }
  }

  /** Drops all connections, running requests included. */
  async close(): Promise<void> {
    await this.agent.destroy();
  }
}

function guardedConnector(options: SafeHttpClientOptions): buildConnector.connector {
  const { allowPrivateAddresses = false, lookup } = options;
  const guard = allowPrivateAddresses ? lookup : publicOnlyLookup(lookup);
  // undici hands these on to net.connect and tls.connect; its type asks for a port, which comes with each request.
  const base = buildConnector({
    timeout: CONNECT_TIMEOUT_MS,
    ...(guard ? { lookup: guard } : {}),
  } as Partial<buildConnector.BuildOptions> as buildConnector.BuildOptions);
  return (target, callback) => {
    const host = target.hostname.replace(/^\[|\]$/g, '');
    // A socket does not look up an address that is already one.
    if (!allowPrivateAddresses && isIP(host) && !isPublicAddress(host)) {
      return callback(new ConnectFailure(new PrivateAddressError(`${host} is not a public address`)), null);
    }
    return base(target, (error, socket) =>
      error ? callback(new ConnectFailure(error), null) : callback(null, socket),
    );
  };
}

function readUrl(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url?.protocol === 'http:' || url?.protocol === 'https:') return url;
  throw new ConnectorError('permission-missing', 'The configured address is not an http or https address');
}

function encodeBody({ body, headers = {} }: HttpRequest) {
  if (body === undefined) return { headers };
  if (typeof body === 'string' || Buffer.isBuffer(body)) return { headers, body };
  return { headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify(body) };
}

async function readBody(stream: AsyncIterable<Buffer>, maxBytes: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  // Leaving the loop by a throw destroys the stream: the rest is not read.
  for await (const chunk of stream) {
    size += chunk.length;
    if (size > maxBytes) throw new TooLargeError(maxBytes);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks, size);
}

function toResponse(
  host: string,
  status: number,
  headers: Record<string, string | string[] | undefined>,
  body: Buffer,
): HttpResponse {
  return {
    status,
    headers: Object.fromEntries(
      Object.entries(headers).map(([name, value]) => [name, Array.isArray(value) ? value.join(', ') : value]),
    ),
    body,
    json() {
      try {
        return JSON.parse(body.toString('utf8')) as unknown;
      } catch {
        throw new ConnectorError(
          'payload-unrecognised',
          `${host} answered ${status} with a body that is not JSON`,
        );
      }
    },
  };
}
