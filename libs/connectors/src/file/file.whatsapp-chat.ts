import path from 'node:path';
import { physicalLines } from './file.lines.js';
import type { ColumnMapping } from './file.mapping.js';
import { decodeUtf8, FileFormatError, NOT_UTF8, type FileRow, type OpenedFile } from './file.rows.js';
import { attachmentOf, authorAndText, phoneOf, stampOf, type Stamp } from './file.whatsapp-lines.js';

const COLUMNS: ColumnMapping = {
  text: 'text',
  conversation: 'chat',
  conversationKind: 'kind',
  author: 'author',
  authorId: 'author',
  phone: 'phone',
  sentAt: 'sentAt',
  attachment: 'attachment',
};
/** More lines than any message has; a longer one goes on as damage would. */
const MAX_MESSAGE_BYTES = 256 * 1024;

/** What the whole file tells: dates alone cannot say whether day or month comes first. */
interface Chat {
  readonly isMonthFirst: boolean;
  readonly kind: 'private' | 'group';
  readonly lines: number;
}

/**
 * Opens the text file of "Export chat", as phones in Indonesian and English write it. A message is known by its chat,
 * time, author and text, and by how many equal ones stood before it: a later export adds only what is new.
 * @param source a new reading of the file from its start; it is read twice
 * @throws FileFormatError when no line begins as a message does
 */
export async function openWhatsAppChat(
  source: () => AsyncIterable<Buffer>,
  fileName: string,
): Promise<OpenedFile> {
  const chat = await surveyOf(source());
  return {
    columns: [...new Set(Object.values(COLUMNS).flat())],
    rows: messagesOf(source(), titleOf(fileName), chat),
    rowCount: chat.lines,
    mapping: COLUMNS,
  };
}

/** `Chat WhatsApp dengan Sari (1).txt`, `WhatsApp Chat - Sari.txt` -> `Sari`. */
function titleOf(fileName: string): string {
  const bare = path.parse(fileName).name.replace(/\s*\(\d+\)$/, '');
  return bare.replace(/^(whatsapp chat|chat whatsapp|percakapan whatsapp)\s*(with|dengan|-)\s*/i, '').trim();
}

async function surveyOf(source: AsyncIterable<Buffer>): Promise<Chat> {
  const authors = new Set<string>();
  let [stamps, lines, monthFirst, dayFirst] = [0, 0, 0, 0];
  for await (const line of physicalLines(source)) {
    lines += 1;
    const stamp = stampOf(decodeUtf8(line.bytes) ?? '');
    if (!stamp) continue;
    stamps += 1;
    if (stamp.first > 12) dayFirst += 1;
    if (stamp.second > 12) monthFirst += 1;
    const said = authorAndText(stamp.rest);
    if (said) authors.add(said.author);
  }
  if (stamps === 0) throw new FileFormatError('Ini bukan ekspor obrolan WhatsApp: tidak ada baris pesan.');
  return { isMonthFirst: monthFirst > dayFirst, kind: authors.size > 2 ? 'group' : 'private', lines };
}

interface OpenMessage {
  readonly stamp: Stamp;
  readonly lineNumber: number;
  readonly text: string;
}

async function* messagesOf(
  source: AsyncIterable<Buffer>,
  title: string,
  chat: Chat,
): AsyncGenerator<FileRow> {
  let open: OpenMessage | null = null;
  for await (const line of physicalLines(source)) {
    const { lineNumber, bytes } = line;
    const text = decodeUtf8(bytes);
    const stamp = text === null ? null : stampOf(text);
    if (text !== null && stamp === null && open !== null && open.text.length <= MAX_MESSAGE_BYTES) {
      open = continued(open, text);
      continue;
    }
    if (open !== null) yield* rowOf(open, title, chat);
    open = stamp && { stamp, lineNumber, text: stamp.rest };
    if (text === null) yield { lineNumber, problem: NOT_UTF8, bytes };
    else if (stamp === null && text.trim() !== '') {
      yield { lineNumber, problem: 'bukan bagian dari pesan', bytes };
    }
  }
  if (open !== null) yield* rowOf(open, title, chat);
}

function continued(message: OpenMessage, line: string): OpenMessage {
  return { ...message, text: `${message.text}\n${line}` };
}

/** @returns nothing for a note of WhatsApp's own */
function rowOf(
  { stamp, lineNumber, text }: OpenMessage,
  title: string,
  { isMonthFirst, kind }: Chat,
): FileRow[] {
  const said = authorAndText(text);
  if (!said) return [];
  const sentAt = stamp.at(isMonthFirst);
  const bytes = Buffer.from(`${stamp.typed}${text}`);
  if (sentAt === null) return [{ lineNumber, problem: 'tanggal tidak ada', bytes }];
  const { author } = said;
  const record = { chat: title, kind, sentAt, author, ...phoneOf(author), ...attachmentOf(said.text) };
  return [{ lineNumber, record, identity: [title, stamp.typed, author, said.text].join('\n') }];
}
