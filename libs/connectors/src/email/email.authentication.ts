import type { ParsedMail } from '@app/mail-parsing';
import type { MailPlace } from './email.payload.js';

/**
 * Whether the receiving server found the sender's address to be forged. Only the topmost line of the server that the
 * admin trusts counts: everything below may have come with the mail (RFC 8601, section 5).
 */
export function isSenderUnverified({ headers }: ParsedMail, { trustedAuthServer }: MailPlace): boolean {
  if (!trustedAuthServer) return false;
  const line = headers['authentication-results']?.find(
    (value) => value.split(/[\s;]/)[0]?.toLowerCase() === trustedAuthServer.toLowerCase(),
  );
  if (!line) return false;
  const results = new Map<string, string[]>();
  for (const [, method = '', result = ''] of line.matchAll(/\b(spf|dkim|dmarc)=([a-z]+)/gi)) {
    const key = method.toLowerCase();
    results.set(key, [...(results.get(key) ?? []), result.toLowerCase()]);
  }
  const says = (method: string, ...wanted: string[]) =>
    results.get(method)?.some((result) => wanted.includes(result)) ?? false;
  if (says('dmarc', 'pass')) return false;
  if (says('dmarc', 'fail')) return true;
  if (says('spf', 'pass') || says('dkim', 'pass')) return false;
  return says('spf', 'fail', 'softfail') || says('dkim', 'fail');
}
