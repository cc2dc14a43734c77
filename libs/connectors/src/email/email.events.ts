import type { ParsedEvent } from '@app/connector-kit';
import { type MailPart, messageIdsOf, type ParsedMail, parseMail } from '@app/mail-parsing';
import { digest } from './email.ids.js';
import type { EmailPayload, MailPlace } from './email.payload.js';
import { authorOf } from './email.sender.js';

/** A mail as the server gave it. */
export interface FetchedMail {
  readonly place: MailPlace;
  readonly bytes: Buffer;
  /** Present: `bytes` are only headers and text, these files stayed behind. */
  readonly leftBehind?: readonly MailPart[];
}

/**
 * A mail as an event. Its id is the Message-ID together with a digest of what the sender wrote: the same mail is the
 * same event in a mailbox that was made anew, and a mail that borrows another's Message-ID is not lost.
 */
export async function toEvent({ place, bytes, leftBehind }: FetchedMail): Promise<ParsedEvent> {
  const kept = {
    place,
    raw: bytes.toString('base64'),
    ...(leftBehind ? { leftBehind: [...leftBehind] } : {}),
  };
  try {
    const mail = await parseMail(bytes);
    return {
      status: 'readable',
      kind: 'mail',
      externalId: eventId(bytes, mail),
      // One person's mails in their order, whatever the thread.
      conversationKey: authorOf(mail, place.ownAddresses).address || 'unknown',
      payload: { ...kept, mail } satisfies EmailPayload,
    };
  } catch (error) {
    const problem = error instanceof Error ? error.message : 'unknown failure of the parser';
    const externalId = digest(bytes);
    const payload: EmailPayload = { ...kept, mail: null, problem };
    return { status: 'readable', kind: 'mail', externalId, conversationKey: externalId, payload };
  }
}

function eventId(bytes: Buffer, mail: ParsedMail): string {
  const [messageId] = messageIdsOf(mail.headers['message-id']);
  const written = digest(
    mail.from.map(({ address }) => address).join(),
    mail.headers['date']?.[0] ?? '',
    mail.subject,
    bodyOf(bytes),
  );
  return messageId ? `${messageId} ${written}` : written;
}

function bodyOf(bytes: Buffer): Buffer {
  const [crlf, lf] = [bytes.indexOf('\r\n\r\n'), bytes.indexOf('\n\n')];
  const start = crlf < 0 ? lf : lf < 0 ? crlf : Math.min(crlf, lf);
  return start < 0 ? Buffer.alloc(0) : bytes.subarray(start);
}
