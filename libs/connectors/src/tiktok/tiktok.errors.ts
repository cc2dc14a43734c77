import { ConnectorError, type ConnectorErrorCode } from '@app/connector-kit';

/** `read` may be repeated at will; `send` may not, since the citizen could get it twice. */
export type TiktokOperation = 'read' | 'send';

/** Calls come too fast: https://business-api.tiktok.com/portal/docs?id=1737172488964097 */
const TOO_FAST = [40_016, 40_100, 40_133];
const NOT_ALLOWED = 40_001;
const TOKEN_CODES: readonly [number, number] = [40_101, 40_110];
const WAIT_MS = 60_000;

export interface TiktokRefusal {
  readonly status: number;
  /** Of the body; 0 is success. Absent where the body has none. */
  readonly code?: number | undefined;
  readonly message?: string | undefined;
}

/** What an answer other than success means. */
export function explainTiktokRefusal(
  { status, code = 0, message = '' }: TiktokRefusal,
  operation: TiktokOperation,
  now: Date,
): ConnectorError {
  const says = `TikTok (${code === 0 ? `status ${status}` : code}${message ? `: ${message.slice(0, 200)}` : ''})`;
  const error = (as: ConnectorErrorCode, text: string, until?: Date) =>
    new ConnectorError(as, `${text}. ${says}`, until ? { until } : {});
  if (status === 429 || TOO_FAST.includes(code)) {
    return error('rate-limited', 'TikTok asks to send more slowly', new Date(now.getTime() + WAIT_MS));
  }
  if (status === 401 || (code >= TOKEN_CODES[0] && code <= TOKEN_CODES[1])) {
    return error(
      'credentials-rejected',
      'TikTok no longer accepts the sign-in (revoked or expired). Let the account allow the app again and enter the new refresh token',
    );
  }
  if (status >= 500 || code >= 50_000) {
    return error(operation === 'send' ? 'outcome-unknown' : 'transient', 'TikTok has a fault of its own');
  }
  if (operation === 'send') return error('reply-refused', 'TikTok does not take the answer');
  const hint = code === NOT_ALLOWED || status === 403 ? ': does the app have the messaging permissions?' : '';
  return error('permission-missing', `TikTok does not allow this${hint}`);
}

export function notTiktok(operation: TiktokOperation): ConnectorError {
  return operation === 'send'
    ? new ConnectorError(
        'outcome-unknown',
        'The answer did not come from TikTok; the citizen may have the reply',
      )
    : new ConnectorError(
        'payload-unrecognised',
        'The answer did not come from TikTok: is a proxy in between?',
      );
}
