import { ConnectorError, type RawEvent } from '@app/connector-kit';
import type { NormalisedEvent } from '@app/report-model';
import { readQuery, textOf, type KannelQuery } from './sms.kannel-query.js';
import { stripKeyword } from './sms.keyword.js';
import type { KannelPayload } from './sms.payload.js';
import { describeReceipt, readReceipt } from './sms.receipt.js';
import { senderOf } from './sms.sender.js';

const BINARY = '1';

export function readKannelMessage(payload: KannelPayload, event: RawEvent): NormalisedEvent {
  const query = readQuery(payload.query);
  if (textOf(query, 'coding') === BINARY) {
    return { kind: 'ignored', reason: 'binary SMS: settings or a picture, no text' };
  }
  const author = senderOf(textOf(query, 'from') ?? '');
  const name = textOf(query, 'name');
  return {
    kind: 'message',
    message: {
      externalId: event.externalId,
      conversation: { externalId: author.externalId, kind: 'private' },
      author: { ...author, ...(name ? { displayName: name } : {}) },
      sentAt: sentAt(query) ?? event.receivedAt.toISOString(),
      text: stripKeyword(messageText(payload, query), payload.keywords),
      attachments: [],
    },
  };
}

/** Kannel's dlr-mask: 1 delivered, 2 not delivered, 4 queued, 8 taken by the SMSC, 16 refused by the SMSC. */
export function readKannelReceipt(payload: KannelPayload, event: RawEvent): NormalisedEvent {
  const query = readQuery(payload.query);
  const status = textOf(query, 'status');
  const reference = textOf(query, 'ref');
  if (status === '4' || status === '8') {
    return { kind: 'ignored', reason: 'delivery report: the SMSC has the SMS, it is on its way' };
  }
  if (status !== '1' && status !== '2' && status !== '16') {
    throw new ConnectorError('payload-unrecognised', 'Unknown status in a delivery report of Kannel');
  }
  if (!reference) return { kind: 'ignored', reason: 'delivery report of an SMS that Wadah did not send' };
  const answer = textOf(query, 'ans') ?? '';
  return {
    kind: 'delivery-update',
    replyExternalId: `kannel:${reference}`,
    idempotencyKey: reference,
    status: status === '1' ? 'delivered' : 'failed',
    ...(status === '1' ? {} : { reason: failureReason(status, answer) }),
    at: event.receivedAt.toISOString(),
  };
}

function failureReason(status: '2' | '16', answer: string): string {
  if (status === '16') return `the SMSC has rejected the SMS${answer ? ` (${answer.slice(0, 100)})` : ''}`;
  return describeReceipt({ ...readReceipt(answer), state: readReceipt(`${answer} stat:UNDELIV`).state });
}

/** The bytes of the SMS before `text`, in which Kannel has squeezed the spaces (and what looks like one in UCS-2). */
function messageText({ body, contentType }: KannelPayload, query: KannelQuery): string {
  if (body !== undefined) {
    const charset = /charset="?([^";]+)/i.exec(contentType ?? '')?.[1];
    return decode(Buffer.from(body, 'base64'), charset);
  }
  const bytes = query.get('bin');
  const isThere = bytes !== undefined && bytes.length > 0;
  return decode(isThere ? bytes : (query.get('text') ?? Buffer.alloc(0)), textOf(query, 'charset'));
}

function decode(bytes: Buffer, charset = 'utf-8'): string {
  try {
    return new TextDecoder(charset.trim()).decode(bytes);
  } catch {
    throw new ConnectorError('payload-unrecognised', `Unknown character set ${charset.slice(0, 30)}`);
  }
}

/** `epoch` is Kannel's %T: seconds since 1970. */
function sentAt(query: KannelQuery): string | undefined {
  const seconds = textOf(query, 'epoch');
  if (!seconds || !/^\d{1,11}$/.test(seconds)) return undefined;
  return new Date(Number(seconds) * 1000).toISOString();
}
