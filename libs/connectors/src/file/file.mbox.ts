import {
  automaticReason,
  cutQuote,
  messageIdsOf,
  parseMail,
  readSubject,
  type ParsedMail,
} from '@app/mail-parsing';
import type { ColumnMapping } from './file.mapping.js';
import { mailsOf, MAX_MAIL_BYTES, type MboxMail } from './file.mbox-mails.js';
import { FileFormatError, type FileRow, type OpenedFile } from './file.rows.js';

const COLUMNS: ColumnMapping = {
  id: 'id',
  title: 'subject',
  text: 'text',
  conversation: 'thread',
  conversationTitle: 'topic',
  author: 'author',
  email: 'email',
  sentAt: 'sentAt',
  replyTo: 'replyTo',
  attachment: 'attachment',
};
/** Of a mail that cannot be read, enough to find it by. */
const SHOWN_BYTES = 16 * 1024;

/**
 * Opens a mailbox as Gmail (Takeout) and Thunderbird write it. A mail is known by its Message-ID: mails that lie under
 * several labels, or in a later export, come once.
 * @param source a new reading of the file from its start; it is read twice
 * @throws FileFormatError when no mail begins in it
 */
export async function openMbox(source: () => AsyncIterable<Buffer>): Promise<OpenedFile> {
  let count = 0;
  for await (const mail of mailsOf(source())) count += mail.bytes.length > 0 ? 1 : 0;
  if (count === 0) throw new FileFormatError('Tidak ada surat di dalam berkas ini.');
  return {
    columns: [...new Set(Object.values(COLUMNS).flat())],
    rows: rowsOf(source()),
    rowCount: count,
    mapping: COLUMNS,
  };
}

async function* rowsOf(source: AsyncIterable<Buffer>): AsyncGenerator<FileRow> {
  for await (const mail of mailsOf(source)) {
    if (mail.bytes.length > 0) yield await rowOf(mail);
  }
}

async function rowOf({ lineNumber, bytes, isTooLong }: MboxMail): Promise<FileRow> {
  const shown = bytes.subarray(0, SHOWN_BYTES);
  if (isTooLong) {
    const problem = `surat lebih besar dari ${MAX_MAIL_BYTES >> 20} MiB, atau satu barisnya lebih dari 1 MiB`;
    return { lineNumber, problem, bytes: shown };
  }
  const mail = await parseMail(bytes).catch(() => null);
  if (!mail || Object.keys(mail.headers).length + mail.from.length === 0) {
    return { lineNumber, problem: 'bukan surat, atau rusak', bytes: shown };
  }
  const leftOut = mail.notification
    ? `a notice of a mail server (${mail.notification.type})`
    : automaticReason(mail);
  const record = recordOf(mail);
  return {
    lineNumber,
    record,
    ...(record['id'] === undefined && { identity: bytes.toString('latin1') }),
    ...(leftOut !== undefined && { leftOut }),
  };
}

function recordOf(mail: ParsedMail): Record<string, string> {
  const [id] = messageIdsOf(mail.headers['message-id']);
  const answered = messageIdsOf(mail.headers['in-reply-to']);
  const references = messageIdsOf(mail.headers['references']);
  const subject = readSubject(mail.subject);
  const [from] = mail.from;
  const columns = {
    id,
    subject: subject.isAnswer ? undefined : subject.base,
    text: cutQuote(mail.text.replace(/\[cid:[^\]\s]{0,100}\]/g, '')).text,
    thread: references[0] ?? answered[0] ?? id,
    topic: subject.base,
    author: from?.name,
    email: from?.address,
    sentAt: mail.headers['date']?.[0]?.replace(/\([^)]*\)/g, '').trim(),
    replyTo: answered[0] ?? references.at(-1),
    attachment: mail.attachments
      .map(({ fileName, mimeType }) => fileName ?? mimeType.split('/')[0])
      .join('\n'),
  };
  return Object.fromEntries(
    Object.entries(columns).filter(
      (entry): entry is [string, string] => entry[1] !== undefined && entry[1] !== '',
    ),
  );
}
