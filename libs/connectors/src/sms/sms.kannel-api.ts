import { ConnectorError, type ConnectorContext, type HttpResponse } from '@app/connector-kit';
import type { SmsSettings } from './sms.settings.js';

export type SmsContext = ConnectorContext<SmsSettings>;

const BUSY_SECONDS = 30;

/**
 * Calls sendsms by POST, with everything in headers: addresses end up in logs, and the outcome of a GET would be
 * guessed as harmless.
 * @throws ConnectorError when there is no answer
 */
export async function callSendsms(
  context: SmsContext,
  headers: Readonly<Record<string, string>>,
  text: string,
): Promise<HttpResponse> {
  const { kannelUrl = '', kannelUser = '', kannelPassword = '' } = context.settings;
  return context.http.request({
    method: 'POST',
    url: kannelUrl,
    headers: {
      'content-type': 'text/plain; charset=UTF-8',
      'x-kannel-username': kannelUser,
      'x-kannel-password': kannelPassword,
      ...headers,
    },
    body: text,
    signal: context.signal,
  });
}

/** What a refusal means; an answer that only Kannel's acceptance would be is none of these. */
export function explainSendsms({ status, body }: HttpResponse, now: Date): ConnectorError {
  const said = body.toString('utf8').trim().slice(0, 120) || `status ${status}`;
  switch (status) {
    case 401:
    case 403:
      return new ConnectorError(
        'credentials-rejected',
        `Kannel refuses the sendsms user or password (${said}). Compare them with group sendsms-user`,
      );
    case 404:
      return new ConnectorError(
        'permission-missing',
        'There is no sendsms at this address; it usually ends in /cgi-bin/sendsms',
      );
    case 429:
      return new ConnectorError('rate-limited', 'Kannel asks to wait', {
        until: new Date(now.getTime() + BUSY_SECONDS * 1000),
      });
    case 503:
      return new ConnectorError('transient', `Kannel cannot take SMS now: ${said}`);
    default:
      return status >= 400 && status < 500
        ? new ConnectorError('reply-refused', `Kannel refuses the answer: ${said}`)
        : new ConnectorError('outcome-unknown', `Kannel answered ${status}; the citizen may have the SMS`);
  }
}
