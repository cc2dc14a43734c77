import type { FetchMessageObject, ImapFlow, MessageStructureObject } from 'imapflow';
import type { MailPart } from '@app/mail-parsing';
import type { FetchedMail } from './email.events.js';

/** What is known of a mail before it is fetched. */
export interface ListedMail {
  readonly uid: number;
  readonly sizeBytes: number;
  readonly arrivedAt: Date | undefined;
}

/** Of an over-large mail at most so much text. */
const MAX_TEXT_BYTES = 1_000_000;

/**
 * Mails after `uid`, by number.
 * @param past of those up to `uid` only what arrived at or after `since`
 */
export async function listAfter(
  client: ImapFlow,
  uid: number,
  past: { readonly uid: number; readonly since: Date } | null,
): Promise<ListedMail[]> {
  const range = `${uid + 1}:*`;
  const search = past && { uid: range, since: dayBefore(past.since) };
  const wanted = search && (await client.search(search, { uid: true }));
  if (wanted === false || wanted?.length === 0) return [];
  const found = await client.fetchAll(
    wanted ?? range,
    { uid: true, size: true, internalDate: true },
    { uid: true },
  );
  return (
    found
      .map((one) => ({ uid: one.uid, sizeBytes: one.size ?? 0, arrivedAt: asDate(one.internalDate) }))
      // A range that begins after the last mail still gives the last mail (RFC 3501, section 6.4.8).
      .filter((one) => one.uid > uid)
      .filter((one) => !past || one.uid > past.uid || !one.arrivedAt || one.arrivedAt >= past.since)
      .sort((a, b) => a.uid - b.uid)
  );
}

/** SEARCH SINCE knows days only, in the server's own time zone. */
function dayBefore(time: Date): Date {
  return new Date(time.getTime() - 24 * 3600_000);
}

/** The whole mail; null when somebody has removed it meanwhile. */
export async function fetchWhole(client: ImapFlow, uid: number): Promise<Buffer | null> {
  const found = await client.fetchOne(String(uid), { uid: true, source: true }, { uid: true });
  return found ? (found.source ?? null) : null;
}

/** Headers and text of an over-large mail, and what its other parts are. */
export async function fetchText(
  client: ImapFlow,
  uid: number,
): Promise<Pick<FetchedMail, 'bytes' | 'leftBehind'> | null> {
  const query = { uid: true, headers: true, bodyStructure: true } as const;
  const found = await client.fetchOne(String(uid), query, { uid: true });
  if (!found) return null;
  const parts = leavesOf(found.bodyStructure);
  const text = parts.find(isText('text/plain')) ?? parts.find(isText('text/html'));
  const body = text ? await fetchPart(client, uid, text) : undefined;
  const leftBehind = parts.filter((part) => part !== text && !isText('text/html')(part)).map(describe);
  return { bytes: compose(found.headers ?? Buffer.alloc(0), body), leftBehind };
}

async function fetchPart(client: ImapFlow, uid: number, { part = '1' }: MessageStructureObject) {
  const wanted = [`${part}.MIME`, { key: part, start: 0, maxLength: MAX_TEXT_BYTES }];
  const found = await client.fetchOne(String(uid), { uid: true, bodyParts: wanted }, { uid: true });
  const parts = found ? found.bodyParts : undefined;
  return { mime: partNamed(parts, `${part}.mime`), content: partNamed(parts, part) };
}

function partNamed(parts: FetchMessageObject['bodyParts'], name: string): Buffer {
  for (const [key, content] of parts ?? []) {
    if (key.toLowerCase() === name.toLowerCase() && content) return content;
  }
  return Buffer.alloc(0);
}

/** One mail of the headers, with the text as its only part. */
function compose(headers: Buffer, body: { mime: Buffer; content: Buffer } | undefined): Buffer {
  const kept = headers
    .toString('latin1')
    .replace(/\r?\n[ \t]+/g, ' ')
    .split(/\r?\n/)
    .filter((line) => line !== '' && !/^(content-[a-z-]+|mime-version)\s*:/i.test(line));
  const mime = (body?.mime.toString('latin1') ?? '').trim();
  const head = [...kept, 'MIME-Version: 1.0', ...(mime ? [mime] : [])].join('\r\n');
  return Buffer.concat([Buffer.from(`${head}\r\n\r\n`, 'latin1'), body?.content ?? Buffer.alloc(0)]);
}

function leavesOf(structure: MessageStructureObject | undefined): MessageStructureObject[] {
  if (!structure) return [];
  return structure.childNodes?.length ? structure.childNodes.flatMap(leavesOf) : [structure];
}

function isText(type: string) {
  return (part: MessageStructureObject) => part.type === type && part.disposition !== 'attachment';
}

function describe({ type, size, dispositionParameters, parameters }: MessageStructureObject): MailPart {
  const fileName = dispositionParameters?.['filename'] ?? parameters?.['name'];
  return { mimeType: type, ...(fileName ? { fileName } : {}), sizeBytes: size ?? 0, isInline: false };
}

function asDate(value: Date | string | undefined): Date | undefined {
  const date = new Date(value ?? '');
  return Number.isNaN(date.getTime()) ? undefined : date;
}
