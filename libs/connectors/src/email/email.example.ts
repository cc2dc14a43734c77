import type { ConnectorExample, ExampleMessage, ParsedEvent } from '@app/connector-kit';
import type { ParsedMail } from '@app/mail-parsing';
import type { EmailPayload } from './email.payload.js';

const OWN_ADDRESS = 'aduan@contoh.example';
const WORDS_OF_SUBJECT = 6;
/** An 1 × 1 picture, so that an example's attachment can be opened. */
const PIXEL =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

export const emailExample: ConnectorExample = {
  settings: {
    address: OWN_ADDRESS,
    imapHost: 'imap.contoh.example',
    smtpHost: 'smtp.contoh.example',
    password: 'contoh-tanpa-akun',
  },

  event({ number, author, sentAt, text, extra }: ExampleMessage): ParsedEvent {
    const address = `warga${author.number}@contoh.example`;
    const messageId = `<contoh-${number}@contoh.example>`;
    const date = sentAt.toUTCString();
    const subject = text.split(/\s+/).slice(0, WORDS_OF_SUBJECT).join(' ');
    const file = extra === 'photo';
    const bytes = Buffer.from(
      [
        `From: ${author.name} <${address}>`,
        `To: ${OWN_ADDRESS}`,
        `Subject: =?utf-8?B?${Buffer.from(subject).toString('base64')}?=`,
        `Date: ${date}`,
        `Message-ID: ${messageId}`,
        'MIME-Version: 1.0',
        ...(file ? withPhoto(text) : ['Content-Type: text/plain; charset=utf-8', '', text]),
      ].join('\r\n'),
    );
    const mail: ParsedMail = {
      from: [{ name: author.name, address }],
      replyTo: [],
      to: [{ name: '', address: OWN_ADDRESS }],
      subject,
      text,
      attachments: file
        ? [{ mimeType: 'image/png', fileName: 'foto.png', sizeBytes: 70, isInline: false }]
        : [],
      headers: { 'message-id': [messageId], date: [date] },
    };
    const place = { folder: 'INBOX', uidValidity: '1', uid: number, sizeBytes: bytes.length };
    return {
      status: 'readable',
      kind: 'mail',
      externalId: messageId,
      conversationKey: address,
      payload: {
        place: { ...place, ownAddresses: [OWN_ADDRESS] },
        raw: bytes.toString('base64'),
        mail,
      } satisfies EmailPayload,
    };
  },
};

function withPhoto(text: string): string[] {
  return [
    'Content-Type: multipart/mixed; boundary=contoh',
    '',
    '--contoh',
    'Content-Type: text/plain; charset=utf-8',
    '',
    text,
    '--contoh',
    'Content-Type: image/png; name=foto.png',
    'Content-Transfer-Encoding: base64',
    'Content-Disposition: attachment; filename=foto.png',
    '',
    PIXEL,
    '--contoh--',
  ];
}
