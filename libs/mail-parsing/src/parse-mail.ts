import { isUtf8 } from 'node:buffer';
import { cleanText } from '@app/report-model';
import { simpleParser, type Attachment, type ParsedMail as Parsed } from 'mailparser';
import {
  KEPT_HEADERS,
  type MailAddress,
  type MailNotification,
  type MailPart,
  type ParsedMail,
} from './parsed-mail.js';

/** Nothing is guessed, linked or inlined: text as the sender wrote it. */
const OPTIONS = {
  skipTextToHtml: true,
  skipTextLinks: true,
  skipImageLinks: true,
  keepCidLinks: true,
  keepDeliveryStatus: true,
  maxHtmlLengthToParse: 2_000_000,
} as const;

/** Far above what a message keeps; the raw bytes have the rest. */
const MAX_TEXT = 1_000_000;
const MAX_SUBJECT = 1_000;
const MAX_HEADER = 50_000;
/** RFC 5321, section 4.5.3.1. */
const MAX_ADDRESS = 320;
const MAX_NOTIFICATION = 20_000;
const NOTIFICATION_PARTS = /^message\/(delivery-status|disposition-notification|feedback-report)$/;
const ORIGINAL_PARTS = /^(message\/rfc822|text\/rfc822-headers|message\/global|message\/global-headers)$/;
/** Further shapes of the same text. */
const ALTERNATIVE_PARTS = /^text\/(watch-html|x-amp-html|x-amp)$/;

/**
 * Reads the bytes of a mail. The same bytes give the same result; how deep and how large a mail may be is bounded by
 * the parser.
 * @throws Error when the parser gives up
 */
export async function parseMail(bytes: Buffer): Promise<ParsedMail> {
  const parsed = await simpleParser(withCharset(bytes), OPTIONS);
  const notification = notificationOf(parsed);
  return {
    from: addressesOf(parsed.from),
    replyTo: addressesOf(parsed.replyTo),
    to: [...addressesOf(parsed.to), ...addressesOf(parsed.cc)],
    subject: cleanText((parsed.subject ?? '').slice(0, MAX_SUBJECT))
      .replace(/\s+/g, ' ')
      .trim(),
    text: cleanText((await textOf(parsed)).slice(0, MAX_TEXT)),
    attachments: filesOf(parsed).map(partOf),
    ...(notification ? { notification } : {}),
    headers: keptHeaders(parsed),
  };
}

/** @returns the file at this place in the list of {@link parseMail}, with its bytes */
export async function readAttachment(bytes: Buffer, index: number): Promise<Attachment | undefined> {
  return filesOf(await simpleParser(bytes, OPTIONS))[index];
}

/** Old programs send 8-bit text and do not say which: then it is Windows' Western European. */
function withCharset(bytes: Buffer): Buffer {
  if (isUtf8(bytes) || /charset/i.test(bytes.toString('latin1'))) return bytes;
  return Buffer.from(new TextDecoder('windows-1252').decode(bytes));
}

/** Some programs add an empty plain text to what they wrote as HTML. */
async function textOf({ text, html }: Parsed): Promise<string> {
  if (text?.trim() || !html) return text ?? '';
  const onlyHtml = Buffer.from(`Content-Type: text/html; charset=utf-8\r\n\r\n${html}`);
  return (await simpleParser(onlyHtml, OPTIONS)).text ?? '';
}

function filesOf({ attachments }: Parsed): Attachment[] {
  return attachments.filter(({ contentType }) => !ALTERNATIVE_PARTS.test(contentType));
}

function partOf(attachment: Attachment): MailPart {
  const { contentType, filename, size } = attachment;
  const fileName = cleanText(filename ?? '')
    .replace(/[\\/\p{Cc}]+/gu, '_')
    .slice(-200);
  return {
    mimeType: cleanText(contentType),
    ...(fileName ? { fileName } : {}),
    sizeBytes: size,
    isInline: attachment.related === true,
  };
}

function addressesOf(header: Parsed['to'] | undefined): MailAddress[] {
  const lists = header === undefined ? [] : Array.isArray(header) ? header : [header];
  return lists
    .flatMap(({ value }) => value.flatMap((entry) => entry.group ?? [entry]))
    .flatMap(({ name, address }) =>
      address && address.length <= MAX_ADDRESS && /^[^@\s]+@[^@\s]+$/.test(address)
        ? [{ name: cleanText(name).trim(), address: cleanText(address).toLowerCase() }]
        : [],
    );
}

function keptHeaders({ headerLines }: Parsed): Record<string, string[]> {
  const kept = new Set<string>(KEPT_HEADERS);
  const headers: Record<string, string[]> = {};
  for (const { key, line } of headerLines) {
    if (!kept.has(key)) continue;
    const value = cleanText(line.slice(line.indexOf(':') + 1, MAX_HEADER))
      .replace(/\s+/g, ' ')
      .trim();
    (headers[key] ??= []).push(value);
  }
  return headers;
}

function notificationOf(parsed: Parsed): MailNotification | undefined {
  const type = parsed.headers.get('content-type') as
    { value?: string; params?: Record<string, string> } | undefined;
  const machine = parsed.attachments.find(({ contentType }) => NOTIFICATION_PARTS.test(contentType));
  if (type?.value !== 'multipart/report' && !machine) return undefined;
  const original = parsed.attachments.find(({ contentType }) => ORIGINAL_PARTS.test(contentType));
  return {
    type: (type?.params?.['report-type'] ?? machine?.contentType.replace('message/', '') ?? '').toLowerCase(),
    fields: textOfPart(machine),
    original: textOfPart(original).split(/\r?\n\r?\n/)[0] ?? '',
  };
}

function textOfPart(part: Attachment | undefined): string {
  return cleanText(part?.content.subarray(0, MAX_NOTIFICATION).toString('utf8') ?? '');
}
