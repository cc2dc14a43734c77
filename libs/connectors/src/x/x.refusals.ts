import { ConnectorError, startOfNextMonth, type ConnectorContext } from '@app/connector-kit';
import type { ApiResponseError } from 'twitter-api-v2';
import { isSending, MAY_BE_POSTED, type XOperation } from './x.operation.js';
import { describeProblem, problemOf, type Problem } from './x.problems.js';
import type { XSettings } from './x.settings.js';

const RATE_WINDOW_MS = 15 * 60_000;
const CREDIT_CHECK_MS = 60 * 60_000;
/** Given by every officer-facing refusal: what can be done instead. */
const HAND_OFF =
  'Open the post on x.com with "Open on X" and answer there by hand, or reach the citizen another way';

/** X no longer knows a parameter of the cursor. Reading recovers from it where it can, see `x.pull.ts`. */
export class XParameterRejected extends ConnectorError {
  constructor(readonly parameter: 'pagination_token' | 'since_id' | 'start_time') {
    super('cursor-expired', `X no longer accepts the place where reading stopped (${parameter})`);
  }
}

/** Translates a status of 400 and more. */
export function explainRefusal(
  error: ApiResponseError,
  operation: XOperation,
  context: ConnectorContext<XSettings>,
): ConnectorError {
  const problem = problemOf(error.data);
  const says = describeProblem(error.code, problem, context.settings);
  const now = context.now();
  switch (error.code) {
    case 400:
      return explainBadRequest(operation, problem, says);
    case 401:
      return new ConnectorError(
        'credentials-rejected',
        `X rejects the keys. Create new ones in the developer console and enter all four again. ${says}`,
      );
    case 402:
      return new ConnectorError(
        'budget-exhausted',
        `The X developer account has no credits left. Buy credits in the developer console (console.x.com). ${says}`,
        { until: new Date(now.getTime() + CREDIT_CHECK_MS) },
      );
    case 403:
      return explainForbidden(operation, problem, says);
    case 404:
      if (operation === 'file') return new ConnectorError('media-gone', `X no longer has the file. ${says}`);
      return isSending(operation)
        ? new ConnectorError(
            'reply-refused',
            `The citizen's post or account is gone or not visible. ${HAND_OFF}. ${says}`,
          )
        : new ConnectorError('permission-missing', `X does not find what was asked for. ${says}`);
    case 420:
    case 429:
      return explainTooMany(error, problem, says, now);
  }
  if (error.code < 500) {
    return isSending(operation)
      ? new ConnectorError('reply-refused', `X refused the reply. ${HAND_OFF}. ${says}`)
      : new ConnectorError('permission-missing', `X refused the request. ${says}`);
  }
  if (!isSending(operation)) return new ConnectorError('transient', `X has a fault of its own. ${says}`);
  return new ConnectorError(
    'outcome-unknown',
    `X had a fault while taking the reply. ${MAY_BE_POSTED}. ${says}`,
  );
}

function explainBadRequest(operation: XOperation, problem: Problem, says: string): ConnectorError {
  if (isSending(operation)) return new ConnectorError('reply-refused', `X refused the reply's text. ${says}`);
  if (operation === 'set-up') {
    return new ConnectorError('permission-missing', `X did not accept the webhook. ${says}`);
  }
  for (const parameter of ['pagination_token', 'since_id', 'start_time'] as const) {
    if (problem.parameters.includes(parameter)) return new XParameterRejected(parameter);
  }
  return new ConnectorError('payload-unrecognised', `X did not understand the request. ${says}`);
}

function explainForbidden(operation: XOperation, problem: Problem, says: string): ConnectorError {
  if (operation === 'dm') {
    return new ConnectorError(
      'reply-refused',
      'X refused the direct message: the citizen does not take messages from this account, or the app has no ' +
        `permission for direct messages. ${HAND_OFF}. ${says}`,
    );
  }
  if (/oauth1-permissions|oauth1 app permissions/i.test(`${problem.type} ${problem.detail}`)) {
    return new ConnectorError(
      'permission-missing',
      'The permission of the app is too small. In the developer console set it to "Read and write" (with direct ' +
        'messages: "Read and write and Direct message"), then create a new access token and enter it here. ' +
        says,
    );
  }
  if (problem.kind === 'client-forbidden' || /suspended|locked/i.test(problem.detail)) {
    return new ConnectorError('permission-missing', `X does not let this app or account in. ${says}`);
  }
  if (operation !== 'post') return new ConnectorError('permission-missing', `X refuses this. ${says}`);
  if (/duplicate/i.test(problem.detail)) {
    return new ConnectorError(
      'reply-refused',
      `X refused the reply as a duplicate: the same text was posted before. Check the conversation on x.com, or ` +
        `word it differently. ${says}`,
    );
  }
  return new ConnectorError(
    'reply-refused',
    `X refused the reply: an app may answer only a post whose author mentioned or quoted this account. ${HAND_OFF}. ` +
      says,
  );
}

function explainTooMany(error: ApiResponseError, problem: Problem, says: string, now: Date): ConnectorError {
  if (problem.kind === 'usage-capped' || /usagecap/i.test(problem.title)) {
    return new ConnectorError(
      'budget-exhausted',
      `The X developer account has used up its monthly quota. ${says}`,
      {
        until: startOfNextMonth(now),
      },
    );
  }
  const { rateLimit } = error;
  const spentDay = [rateLimit?.day, rateLimit?.userDay].find((day) => day?.remaining === 0);
  const reset = new Date(
    (spentDay ?? rateLimit)?.reset ? Number((spentDay ?? rateLimit)?.reset) * 1000 : Number.NaN,
  );
  // A clock that is ahead of X's must not lead to asking again at once.
  const until = reset.getTime() > now.getTime() ? reset : new Date(now.getTime() + RATE_WINDOW_MS);
  return new ConnectorError(
    'rate-limited',
    `X allows no more requests until ${until.toISOString()}. ${says}`,
    { until },
  );
}
