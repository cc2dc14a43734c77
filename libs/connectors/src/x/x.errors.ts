import { ConnectorError, type ConnectorContext } from '@app/connector-kit';
import { ApiPartialResponseError, ApiRequestError, ApiResponseError } from 'twitter-api-v2';
import { isSending, MAY_BE_POSTED, type XOperation } from './x.operation.js';
import { explainRefusal } from './x.refusals.js';
import type { XSettings } from './x.settings.js';

/** The connection never stood, so nothing can have been sent. */
const NOT_CONNECTED =
  /^(ENOTFOUND|EAI_|ECONNREFUSED|EHOSTUNREACH|ENETUNREACH|EADDRNOTAVAIL|CERT_|ERR_TLS|ERR_SSL|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO)/;

/**
 * What a failed call of X means. Carries no `cause`: the library's errors hold the signed request and the response's
 * cookies. Titles and details come from X, shortened and cleared of our secrets.
 */
export function explainXError(
  error: unknown,
  operation: XOperation,
  context: ConnectorContext<XSettings>,
): ConnectorError {
  if (error instanceof ConnectorError) return error;
  if (error instanceof ApiResponseError) return explainRefusal(error, operation, context);
  if (error instanceof ApiPartialResponseError) return explainBrokenAnswer(error, operation);
  if (error instanceof ApiRequestError)
    return explainLostConnection(reasonOf(error), operation, context.signal);
  return explainLostConnection(error, operation, context.signal);
}

/** An answer with a good status that does not say what was asked for. */
export function unrecognisedAnswer(operation: XOperation, what: string): ConnectorError {
  if (!isSending(operation)) return new ConnectorError('payload-unrecognised', `X answered ${what}`);
  return new ConnectorError('outcome-unknown', `X answered ${what}. ${MAY_BE_POSTED}`);
}

function explainBrokenAnswer(error: ApiPartialResponseError, operation: XOperation): ConnectorError {
  const status = error.response.statusCode ?? 0;
  if (!isSending(operation)) {
    const code = status >= 400 || !error.response.complete ? 'transient' : 'payload-unrecognised';
    return new ConnectorError(code, `The answer of X (status ${status}) was cut off or is not JSON`);
  }
  return unrecognisedAnswer(operation, `with status ${status}, but the answer was cut off or is not JSON`);
}

function explainLostConnection(error: unknown, operation: XOperation, signal: AbortSignal): ConnectorError {
  const code = codeOf(error);
  if (code === 'WADAH_PRIVATE_ADDRESS') {
    return new ConnectorError(
      'permission-missing',
      'api.x.com leads to a private address here: check the DNS server',
    );
  }
  if (NOT_CONNECTED.test(code)) return new ConnectorError('transient', `Could not connect to X (${code})`);
  const what = signal.aborted ? 'The request to X was stopped' : `X gave no answer (${code})`;
  if (!isSending(operation)) return new ConnectorError('transient', what);
  return new ConnectorError('outcome-unknown', `${what}. ${MAY_BE_POSTED}`);
}

/** In twitter-api-v2 1.29 `requestError` reads a field that is never set; the reason is in the one beside it. */
function reasonOf(error: ApiRequestError): unknown {
  const options = error['_options'] as { readonly error?: unknown } | undefined;
  return (error.requestError as Error | undefined) ?? options?.error;
}

function codeOf(error: unknown): string {
  if (error instanceof AggregateError) return codeOf(error.errors[0]);
  const code = (error as { code?: unknown } | null | undefined)?.code;
  if (typeof code === 'string') return code;
  return error instanceof Error && /timeout/i.test(error.message) ? 'time-out' : 'connection lost';
}
