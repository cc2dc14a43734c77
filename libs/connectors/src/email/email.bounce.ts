import type { NormalisedEvent } from '@app/report-model';
import type { ParsedMail } from '@app/mail-parsing';
import { ourMessageIdIn } from './email.ids.js';

const POSTMASTER = /^(mailer-daemon|postmaster|mail-daemon|mailerdaemon)(\+.*)?@/;
const FAILED_SUBJECT =
  /undeliver|delivery (status|failure|has failed)|returned|failure notice|gagal|tidak terkirim/i;

/** What a mail server says of an answer of ours; undefined when the mail is no such report. */
export function readBounce(mail: ParsedMail, at: string): NormalisedEvent | undefined {
  const { notification } = mail;
  if (notification) return readNotification(mail, notification.type, at);
  // Servers that do not know the standard form write to us in plain words.
  const isPostmaster = mail.from.some(({ address }) => POSTMASTER.test(address));
  if (!isPostmaster) return undefined;
  const replyExternalId = ourMessageIdIn(mail.text) ?? ourMessageIdIn(referencesOf(mail));
  if (!replyExternalId) return ignored('bounce of a mail that is not ours');
  if (!FAILED_SUBJECT.test(mail.subject)) return ignored(`note of a mail server: ${mail.subject}`);
  return { kind: 'delivery-update', replyExternalId, status: 'failed', reason: firstLine(mail.text), at };
}

function readNotification(mail: ParsedMail, type: string, at: string): NormalisedEvent {
  const { fields = '', original = '' } = mail.notification ?? {};
  const about = `${fieldOf(original, 'message-id')} ${fieldOf(fields, 'original-message-id')}`;
  const replyExternalId = ourMessageIdIn(about) ?? ourMessageIdIn(referencesOf(mail));
  if (type === 'disposition-notification') {
    const isRead = /displayed/i.test(fieldOf(fields, 'disposition'));
    if (!replyExternalId || !isRead) return ignored('receipt of a mail that is not ours, or was not read');
    return { kind: 'delivery-update', replyExternalId, status: 'read', at };
  }
  if (type === 'feedback-report') return ignored('complaint of a spam filter (feedback-report)');
  const action = fieldOf(fields, 'action').toLowerCase();
  if (!replyExternalId)
    return ignored(`bounce of a mail that is not ours (${action || type || 'no details'})`);
  if (action === 'delayed') return ignored(`the answer is still on its way: ${reasonOf(fields)}`);
  if (['delivered', 'relayed', 'expanded'].includes(action)) {
    return { kind: 'delivery-update', replyExternalId, status: 'delivered', at };
  }
  const reason = reasonOf(fields) || firstLine(mail.text);
  return { kind: 'delivery-update', replyExternalId, status: 'failed', reason, at };
}

function referencesOf({ headers }: ParsedMail): string {
  return [...(headers['in-reply-to'] ?? []), ...(headers['references'] ?? [])].join(' ');
}

/** `5.1.1 smtp; 550 no such user`, without the citizen's address, which the officer sees anyway. */
function reasonOf(fields: string): string {
  const code = fieldOf(fields, 'status');
  const diagnosis = fieldOf(fields, 'diagnostic-code').replace(/^(smtp|x-[a-z]+)\s*;\s*/i, '');
  return withoutAddresses([code, diagnosis].filter(Boolean).join(' '));
}

function firstLine(text: string): string {
  return withoutAddresses(text.split('\n').find((line) => line.trim() !== '') ?? 'the mail came back');
}

function withoutAddresses(text: string): string {
  return text
    .slice(0, 2_000)
    .replace(/<?[^\s<>@]{1,100}@[^\s<>]{1,200}>?/g, '…')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 300);
}

/** A header field in text, folded lines joined; empty when it is not there. */
function fieldOf(text: string, name: string): string {
  const unfolded = text.replace(/\r?\n[ \t]+/g, ' ');
  const line = unfolded.split(/\r?\n/).find((one) => one.toLowerCase().startsWith(`${name}:`));
  return line?.slice(name.length + 1).trim() ?? '';
}

function ignored(reason: string): NormalisedEvent {
  return { kind: 'ignored', reason: reason.slice(0, 300) };
}
