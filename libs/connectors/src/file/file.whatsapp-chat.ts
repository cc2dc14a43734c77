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

async function* messagesOf(
  source: AsyncIterable<Buffer>,
  chat: string,
  { isMonthFirst, kind }: Chat,
): AsyncGenerator<FileRow> {
  let open: { stamp: Stamp; lineNumber: number; text: string } | null = null;
  const close = (): FileRow[] => {
    const message = open;
    open = null;
    const said = message && authorAndText(message.text);
    if (!message || !said) return [];
    const sentAt = message.stamp.at(isMonthFirst);
    const bytes = Buffer.from(`${message.stamp.typed} ${message.text}`);
    if (sentAt === null) return [{ lineNumber: message.lineNumber, problem: 'tanggal tidak ada', bytes }];
    const record = { chat, kind, sentAt, ...said, ...phoneOf(said.author), ...attachmentOf(said.text) };
    const identity = [chat, message.stamp.typed, said.author, said.text].join('\n');
    return [{ lineNumber: message.lineNumber, record, identity }];
  };
  for await (const line of physicalLines(source)) {
    const text = decodeUtf8(line.bytes);
    const stamp = text === null ? null : stampOf(text);
    if (text === null) {
      yield* close();
      yield { lineNumber: line.lineNumber, problem: NOT_UTF8, bytes: line.bytes };
    } else if (stamp) {
      yield* close();
      open = { stamp, lineNumber: line.lineNumber, text: stamp.rest };
    } else if (!open || open.text.length > MAX_MESSAGE_BYTES) {
      if (text.trim() === '') continue;
      yield { lineNumber: line.lineNumber, problem: 'bukan bagian dari pesan', bytes: line.bytes };
    } else {
      open = { ...open, text: `${open.text}\n${text}` };
    }
  }
  yield* close();
}
