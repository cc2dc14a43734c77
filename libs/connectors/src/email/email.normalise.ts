import { ConnectorError, type RawEvent } from '@app/connector-kit';
import type { AttachmentKind, InboundAttachment, InboundMessage, NormalisedEvent } from '@app/report-model';
import {
  automaticReason,
  cutQuote,
  type MailPart,
  messageIdsOf,
  type ParsedMail,
  readSubject,
} from '@app/mail-parsing';
import { isSenderUnverified } from './email.authentication.js';
import { readBounce } from './email.bounce.js';
import { digest, isOurMessageId } from './email.ids.js';
import { emailPayloadSchema, type EmailPayload } from './email.payload.js';
import { answerAddress, authorOf, isOwn, ticketTag } from './email.sender.js';

type ReadMail = EmailPayload & { readonly mail: ParsedMail };

/** See `Connector.normalise`; the payload is a mail as it was parsed when it came, beside its bytes. */
export function normaliseEmail(event: RawEvent): NormalisedEvent {
  const payload = readPayload(event.payload);
  const { mail, place } = payload;
  const sentAt = sentAtOf(payload) ?? event.receivedAt.toISOString();
  const bounce = readBounce(mail, sentAt);
  if (bounce) return bounce;
  if (isOwn(authorOf(mail, place.ownAddresses).address, place.ownAddresses)) {
    return { kind: 'message', message: ownMessage(payload, event, sentAt) };
  }
  const reason = automaticReason(mail);
  if (reason) return { kind: 'ignored', reason };
  return { kind: 'message', message: citizenMessage(payload, event, sentAt) };
}

function readPayload(payload: unknown): ReadMail {
  const result = emailPayloadSchema.safeParse(payload);
  if (!result.success) {
    const where = result.error.issues.slice(0, 3).map((issue) => issue.path.join('.') || 'payload');
    throw new ConnectorError('payload-unrecognised', `Cannot read ${where.join(', ')}`);
  }
  const { mail, problem } = result.data;
  if (!mail)
    throw new ConnectorError('payload-unrecognised', `The mail cannot be taken apart: ${problem ?? ''}`);
  return { ...result.data, mail };
}

function citizenMessage(
  { mail, place, leftBehind }: ReadMail,
  event: RawEvent,
  sentAt: string,
): InboundMessage {
  const author = authorOf(mail, place.ownAddresses);
  const subject = readSubject(mail.subject);
  const { text, isCut } = cutQuote(mail.text.replace(/\[cid:[^\]\s]{0,100}\]/g, ''));
  const answered = answeredIds(mail);
  const answeredOurs = answered.find(isOurMessageId);
  const target = answeredOurs ?? (answered[0] && scopedId(answered[0], author.address));
  const ticketCode = ticketTag(mail, place.ownAddresses) ?? subject.ticketCode;
  const notes = [
    ...(isCut ? (['quote-hidden'] as const) : []),
    ...(leftBehind ? (['attachments-left-behind'] as const) : []),
    ...(isSenderUnverified(mail, place) ? (['sender-unverified'] as const) : []),
  ];
  return {
    externalId: messageId(mail, event, author.address),
    conversation: conversationOf(answerAddress(mail, author, place.ownAddresses), subject.base),
    author: author.address
      ? {
          externalId: author.address,
          email: author.address,
          ...(author.name ? { displayName: author.name } : {}),
        }
      : { externalId: 'unknown-sender', isAnonymous: true },
    sentAt,
    text: withSubject(text, subject.isAnswer ? '' : subject.base),
    ...(target ? { replyToExternalId: target } : {}),
    ...(ticketCode ? { mentionedTicketCode: ticketCode } : {}),
    ...(answered.length === 0 && !subject.isAnswer ? { startsNewMatter: true } : {}),
    attachments: [...mail.attachments.map(attachmentOf), ...(leftBehind ?? []).map(leftBehindOf)],
    ...(notes.length > 0 ? { notes } : {}),
  };
}

/** What we wrote: the copy of an answer, or a colleague's from their own mail program. */
function ownMessage({ mail, place }: ReadMail, event: RawEvent, sentAt: string): InboundMessage {
  const citizen = mail.to.find(({ address }) => !isOwn(address, place.ownAddresses))?.address ?? '';
  const [own] = messageIdsOf(mail.headers['message-id']);
  const [answered] = answeredIds(mail);
  const [from] = mail.from;
  return {
    externalId: own ?? event.externalId,
    conversation: conversationOf(citizen, readSubject(mail.subject).base),
    author: {
      externalId: from?.address ?? '',
      isOurs: true,
      ...(from?.name ? { displayName: from.name } : {}),
    },
    sentAt,
    text: cutQuote(mail.text).text,
    ...(answered ? { replyToExternalId: scopedId(answered, citizen) } : {}),
    attachments: mail.attachments.map(attachmentOf),
  };
}

/** One person's mails about one subject; within it the report is found by what a mail answers. */
function conversationOf(address: string, subject: string): InboundMessage['conversation'] {
  const externalId = `${address || 'unknown-sender'} ${digest(subject.toLowerCase()).slice(0, 16)}`;
  return { externalId, kind: 'private', ...(subject ? { title: subject } : {}) };
}

/** In-Reply-To first, then References from the nearest. */
function answeredIds({ headers }: ParsedMail): string[] {
  return [...messageIdsOf(headers['in-reply-to']), ...messageIdsOf(headers['references']).reverse()];
}

/** Together with the author: nobody can take another's mail away by borrowing its Message-ID. */
function scopedId(id: string, author: string): string {
  return `${id} ${author}`;
}

function messageId(mail: ParsedMail, event: RawEvent, author: string): string {
  const [id] = messageIdsOf(mail.headers['message-id']);
  return id ? scopedId(id, author) : event.externalId;
}

/** Many citizens put the matter into the subject and only pleasantries below. */
function withSubject(text: string, subject: string): string {
  if (!subject || text.toLowerCase().startsWith(subject.toLowerCase())) return text;
  return text ? `${subject}\n\n${text}` : subject;
}

function attachmentOf(part: MailPart, index: number): InboundAttachment {
  return { ...describePart(part), externalId: String(index) };
}

/** Without an id: nothing to fetch. */
function leftBehindOf(part: MailPart): InboundAttachment {
  return { ...describePart(part), externalId: 'left-behind' };
}

function describePart({ mimeType, fileName, sizeBytes }: MailPart): InboundAttachment {
  return { kind: kindOf(mimeType), mimeType, ...(fileName ? { fileName } : {}), sizeBytes };
}

function kindOf(mimeType: string): AttachmentKind {
  const family = mimeType.split('/')[0];
  if (family === 'image' || family === 'video' || family === 'audio') return family;
  return 'document';
}

/** The Date header, else when the server took the mail in; undefined when neither is a time. */
function sentAtOf({ mail, place }: ReadMail): string | undefined {
  for (const text of [mail.headers['date']?.[0]?.replace(/\([^)]*\)/g, ''), place.arrivedAt]) {
    const time = new Date(text ?? '');
    if (!Number.isNaN(time.getTime())) return time.toISOString();
  }
  return undefined;
}
