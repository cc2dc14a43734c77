import { ConnectorError, type ConnectorErrorCode, type HttpResponse } from '@app/connector-kit';
import { z } from 'zod';

/** `read` and `repeatable` may be repeated at will; `send` may not, since the citizen could get it twice. */
export type GoogleOperation = 'read' | 'repeatable' | 'send';

/** https://cloud.google.com/apis/design/errors, and the older `errors[].reason` beside it. */
const refusalSchema = z.looseObject({
  error: z.looseObject({
    message: z.string().optional().catch(undefined),
    status: z.string().optional().catch(undefined),
    errors: z
      .array(z.looseObject({ reason: z.string().optional().catch(undefined) }))
      .optional()
      .catch(undefined),
  }),
});

const DAILY_LIMITS = ['quotaExceeded', 'dailyLimitExceeded'];
const SHORT_LIMITS = ['rateLimitExceeded', 'userRateLimitExceeded'];
const SHORT_WAIT_MS = 60_000;
/** Where Google's day ends. */
const BILLING_ZONE = 'America/Los_Angeles';

/** What an answer of 400 and more means. */
export function explainGoogleRefusal(
  response: HttpResponse,
  operation: GoogleOperation,
  now: Date,
): ConnectorError {
  const { status, headers } = response;
  const { reason, words } = readRefusal(response);
  const says = `Google (${status}${reason === '' ? '' : ` ${reason}`}${words === '' ? '' : `: ${words}`})`;
  const error = (code: ConnectorErrorCode, text: string, until?: Date) =>
    new ConnectorError(code, `${text}. ${says}`, until ? { until } : {});
  if (DAILY_LIMITS.includes(reason)) {
    return error('rate-limited', 'Today’s quota of the Google project is used up', endOfGooglesDay(now));
  }
  if (status === 429 || SHORT_LIMITS.includes(reason)) {
    const seconds = Number(headers['retry-after'] ?? Number.NaN);
    const wait = seconds > 0 ? seconds * 1_000 : SHORT_WAIT_MS;
    return error('rate-limited', 'Google asks to send more slowly', new Date(now.getTime() + wait));
  }
  if (status === 401) return noLongerAccepted(says);
  if (status >= 500) {
    return error(operation === 'send' ? 'outcome-unknown' : 'transient', 'Google has a fault of its own');
  }
  if (operation !== 'read') return error('reply-refused', 'Google does not take the answer');
  return error(
    'permission-missing',
    'Google does not allow this: is the API switched on for the project, and does the account manage what is asked for?',
  );
}

export function noLongerAccepted(says: string): ConnectorError {
  return new ConnectorError(
    'credentials-rejected',
    `Google no longer accepts the sign-in (revoked, expired, or the password was changed). Make a new refresh token and enter it here. ${says}`,
  );
}

export function notGoogle(): ConnectorError {
  return new ConnectorError(
    'payload-unrecognised',
    'The answer did not come from Google’s API: is there a proxy in between?',
  );
}

/** Midnight in California, when quotas begin anew. */
export function endOfGooglesDay(now: Date): Date {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone: BILLING_ZONE,
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  }).formatToParts(now);
  const [hours = 0, minutes = 0, seconds = 0] = parts.flatMap(({ type, value }) =>
    type === 'literal' ? [] : [Number(value)],
  );
  return new Date(now.getTime() + (86_400 - (hours * 3_600 + minutes * 60 + seconds)) * 1_000);
}

function readRefusal(response: HttpResponse): { reason: string; words: string } {
  try {
    const { error } = refusalSchema.parse(response.json());
    return {
      reason: error.errors?.[0]?.reason ?? error.status ?? '',
      words: (error.message ?? '').slice(0, 200),
    };
  } catch {
    return { reason: '', words: '' };
  }
}
