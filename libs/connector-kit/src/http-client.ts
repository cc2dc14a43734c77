import { ConnectorError } from './errors.js';

export interface HttpRequest {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Objects are sent as JSON. */
  readonly body?: string | Buffer | Record<string, unknown>;
  /** Milliseconds until the answer's headers and body must be here; default 15,000. */
  readonly timeoutMs?: number;
  /** Largest body read; default 10 MiB. */
  readonly maxBytes?: number;
  readonly signal?: AbortSignal;
}

export interface HttpResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: Buffer;
  /** @throws ConnectorError `payload-unrecognised` when the body is not JSON. */
  json(): unknown;
}

/** The answer was larger than `maxBytes`; the rest was not read. */
export class AnswerTooLargeError extends ConnectorError {}

/**
 * @throws ConnectorError `transient` when the request certainly did not reach the platform (DNS, refused, TLS) and
 * `outcome-unknown` when it may have (time-out, connection cut after sending). A status of 4xx or 5xx is an answer.
 */
export interface HttpClient {
  request(request: HttpRequest): Promise<HttpResponse>;
}
