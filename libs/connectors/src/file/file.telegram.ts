import { elementsOf, MAX_ELEMENT_BYTES, type JsonElement } from './file.json-elements.js';
import type { ColumnMapping } from './file.mapping.js';
import { FileFormatError, type FileRow, type OpenedFile } from './file.rows.js';
import { fileOf, telegramMessageSchema, textOf, type TelegramMessage } from './file.telegram-message.js';

const COLUMNS: ColumnMapping = {
  id: 'id',
  text: 'text',
  conversation: 'chat',
  conversationKind: 'kind',
  conversationTitle: 'name',
  author: 'author',
  authorId: 'authorId',
  sentAt: 'sentAt',
  replyTo: 'replyTo',
  attachment: 'attachment',
  latitude: 'latitude',
  longitude: 'longitude',
  place: 'place',
};

type Source = () => AsyncIterable<Buffer>;

/**
 * Opens `result.json` of Telegram Desktop, of one chat or of a whole account. A message is known by its chat's and its
 * own number: a later export adds what is new, and what was edited meanwhile is an edit.
 * @param source a new reading of the file from its start; it is read twice
 * @throws FileFormatError when there is no message in it
 */
export async function openTelegramExport(source: Source): Promise<OpenedFile> {
  let count = 0;
  for await (const element of elementsOf(source(), 'messages')) if (element) count += 1;
  if (count === 0)
    throw new FileFormatError('Tidak ada pesan di dalamnya. Ekspor obrolan sebagai JSON, bukan HTML.');
  return {
    columns: [...new Set(Object.values(COLUMNS).flat())],
    rows: rowsOf(source()),
    rowCount: count,
    mapping: COLUMNS,
    living: { hasUniqueIds: true },
  };
}

async function* rowsOf(source: AsyncIterable<Buffer>): AsyncGenerator<FileRow> {
  const elements = elementsOf(source, 'messages');
  for (let lineNumber = 1; ; lineNumber++) {
    const next = await elements.next();
    if (!next.done) {
      yield rowOf(next.value, lineNumber);
      continue;
    }
    if (!next.value) {
      const problem = 'berkas terputus sebelum akhir: pesan sesudahnya tidak ikut; ekspor atau salin ulang';
      yield { lineNumber, problem, bytes: Buffer.from('(akhir berkas)') };
    }
    return;
  }
}

function rowOf({ bytes, isTooLong, holder }: JsonElement, lineNumber: number): FileRow {
  if (isTooLong)
    return { lineNumber, problem: `pesan lebih panjang dari ${MAX_ELEMENT_BYTES >> 20} MiB`, bytes };
  const parsed = telegramMessageSchema.safeParse(jsonOf(bytes));
  if (!parsed.success) {
    const what = parsed.error.issues.map(({ path }) => path.join('.')).join(', ');
    return { lineNumber, problem: `pesan tidak terbaca${what === '' ? '' : `: ${what}`}`, bytes };
  }
  const message = parsed.data;
  const leftOut = reasonToLeaveOut(message, holder);
  return { lineNumber, record: recordOf(message, holder), ...(leftOut !== undefined && { leftOut }) };
}

function reasonToLeaveOut(
  message: TelegramMessage,
  chat: Readonly<Record<string, string>>,
): string | undefined {
  if (message.type !== 'message') return `service message: ${message.action ?? message.type}`;
  if (chat['type'] === 'saved_messages') return 'a note of one’s own (Saved Messages)';
  if (textOf(message) === '' && fileOf(message) === undefined && !message.location_information) {
    return 'a message without content';
  }
  return undefined;
}

function recordOf(message: TelegramMessage, chat: Readonly<Record<string, string>>): Record<string, string> {
  const { id, from, from_id: fromId, reply_to_message_id: replyTo, location_information: place } = message;
  const chatId = chat['id'] ?? '0';
  const columns = {
    id: `${chatId}/${id}`,
    chat: chatId,
    name: chat['name'],
    kind: kindOf(chat['type']),
    author: from ?? undefined,
    authorId: fromId,
    sentAt: message.date_unixtime ?? message.date,
    text: textOf(message) || (place ? 'Lokasi' : ''),
    attachment: fileOf(message),
    replyTo: replyTo === undefined ? undefined : `${chatId}/${replyTo}`,
    latitude: place?.latitude.toString(),
    longitude: place?.longitude.toString(),
    place: [message.place_name, message.address].filter((part) => part).join(', '),
    forwardedFrom: message.forwarded_from ?? undefined,
    edited: message.edited_unixtime ?? message.edited,
    action: message.action,
  };
  return Object.fromEntries(
    Object.entries(columns).filter(
      (entry): entry is [string, string] => entry[1] !== undefined && entry[1] !== '',
    ),
  );
}

function kindOf(type = ''): string {
  if (type.endsWith('channel')) return 'public';
  return type.endsWith('group') ? 'group' : 'private';
}

function jsonOf(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8'));
  } catch {
    return null;
  }
}
