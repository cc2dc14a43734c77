import { ConnectorError } from './errors.js';
import { AnswerTooLargeError, type HttpRequest } from './http-client.js';

/** The connection never stood: the platform cannot have got the request. */
export class ConnectFailure extends Error {
  constructor(readonly reason: Error) {
    super('Could not connect');
  }
}

export class TooLargeError extends Error {
  constructor(readonly maxBytes: number) {
    super('Answer too large');
  }
}

/** One abort signal from a time limit and the caller's own signal, which it lets go of afterwards. */
export class Deadline {
  private readonly controller = new AbortController();
  private readonly timer: NodeJS.Timeout;
  private readonly onAbort = () => this.controller.abort();
  isOver = false;

  constructor(
    readonly timeoutMs: number,
    private readonly caller: AbortSignal | undefined,
  ) {
    this.timer = setTimeout(() => {
      this.isOver = true;
      this.controller.abort();
    }, timeoutMs);
    caller?.addEventListener('abort', this.onAbort, { once: true });
  }

  get signal(): AbortSignal {
    return this.controller.signal;
  }

  get isStopped(): boolean {
    return this.caller?.aborted === true && !this.isOver;
  }

  clear(): void {
    clearTimeout(this.timer);
    this.caller?.removeEventListener('abort', this.onAbort);
  }
}

/**
 * Translates what a request failed with. Carries no `cause`: errors of the network stack can hold the address with
 * its path, and a token in it.
 */
export function explainFailure(
  error: unknown,
  host: string,
  method: HttpRequest['method'],
  deadline: Deadline,
): ConnectorError {
  if (error instanceof ConnectFailure) return explainConnectFailure(error.reason, host);
  const isRepeatable = method === 'GET';
  if (error instanceof TooLargeError) {
    return new AnswerTooLargeError(
      isRepeatable ? 'payload-unrecognised' : 'outcome-unknown',
      `${host} sent more than ${error.maxBytes} bytes`,
    );
  }
  const code = isRepeatable ? 'transient' : 'outcome-unknown';
  if (deadline.isOver) {
    return new ConnectorError(code, `${host} did not answer within ${deadline.timeoutMs} ms`);
  }
  if (deadline.isStopped) return new ConnectorError(code, `The request to ${host} was stopped`);
  return new ConnectorError(code, `The connection to ${host} was lost (${codeOf(error)})`);
}

function explainConnectFailure(reason: Error, host: string): ConnectorError {
  const code = codeOf(reason);
  if (code === 'WADAH_PRIVATE_ADDRESS') {
    return new ConnectorError(
      'permission-missing',
      `${host} is a private address; the connection must allow private addresses to use it`,
    );
  }
  return new ConnectorError('transient', `Could not connect to ${host} (${code})`);
}

function codeOf(error: unknown): string {
  if (error instanceof AggregateError) return codeOf(error.errors[0]);
  const code = (error as { code?: unknown } | undefined)?.code;
  return typeof code === 'string' ? code : 'unknown error';
}
