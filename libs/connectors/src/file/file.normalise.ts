import { ConnectorError, type RawEvent } from '@app/connector-kit';
import {
  CONVERSATION_KINDS,
  type InboundAuthor,
  type InboundConversation,
  type InboundLocation,
  type InboundMessage,
  type NormalisedEvent,
} from '@app/report-model';
import { attachmentOf } from './file.attachments.js';
import { readDate } from './file.dates.js';
import { ROW_EVENT_KIND, ROW_VERSION_KIND, rowId } from './file.events.js';
import type { MappedField } from './file.mapping.js';
import { partsOf, rowPayloadSchema, valuesOf, type RowPayload } from './file.payload.js';

type Values = Partial<Record<MappedField, string>>;

/** A time that no platform can mean: the host takes the time of receipt and notes `timestamp-implausible`. */
const UNREADABLE_TIME = '1970-01-01T00:00:00.000Z';

/** Each row is a report of its own, unless a column says which conversation it belongs to. */
export function normaliseRow(event: RawEvent): NormalisedEvent {
  const result = rowPayloadSchema.safeParse(event.payload);
  const isVersion = event.kind === ROW_VERSION_KIND;
  if ((event.kind !== ROW_EVENT_KIND && !isVersion) || !result.success) {
    throw new ConnectorError('payload-unrecognised', `Bukan baris berkas impor: jenis "${event.kind}"`);
  }
  const payload = result.data;
  if (payload.leftOut !== undefined) return { kind: 'ignored', reason: payload.leftOut };
  const { id } = valuesOf(payload);
  const message = messageOf(payload, isVersion && id !== undefined ? rowId(id) : event.externalId, event);
  if (!isVersion) return { kind: 'message', message };
  const { externalId: messageExternalId, text, attachments } = message;
  return {
    kind: 'edit',
    messageExternalId,
    editedAt: event.receivedAt.toISOString(),
    text,
    attachments,
    message,
  };
}

function messageOf(payload: RowPayload, externalId: string, { receivedAt }: RawEvent): InboundMessage {
  const values = valuesOf(payload);
  const text = [values.title, values.text].filter((part) => part !== undefined).join('\n\n');
  const attachments = values.attachment?.split('\n').map(attachmentOf) ?? [];
  if (text === '' && attachments.length === 0) {
    throw new ConnectorError('payload-unrecognised', `baris ${payload.lineNumber}: tidak ada isi laporan`);
  }
  const location = locationOf(values);
  return {
    externalId,
    conversation: conversationOf(values, externalId),
    author: { ...authorOf(values, externalId), ...(payload.isOurs && { isOurs: true }) },
    sentAt: sentAtOf(payload, receivedAt),
    text: values.place === undefined ? text : `${text}\n\nLokasi: ${values.place}`,
    attachments,
    ...(values.replyTo !== undefined && { replyToExternalId: rowId(values.replyTo) }),
    ...(location && { location }),
    ...(isWebAddress(values.link) && { permalink: values.link }),
  };
}

function conversationOf(values: Values, externalId: string): InboundConversation {
  const { conversation, conversationKind, conversationTitle } = values;
  if (conversation === undefined) return { externalId, kind: 'form' };
  const kind = CONVERSATION_KINDS.find((one) => one === conversationKind) ?? 'private';
  const title = conversationTitle ?? (kind === 'group' ? conversation : undefined);
  return { externalId: conversation, kind, ...(title !== undefined && { title }) };
}

/** A date and a time of different columns are read together or, where the time makes no sense, the date alone. */
function sentAtOf(payload: RowPayload, receivedAt: Date): string {
  const parts = partsOf(payload, 'sentAt');
  const [first] = parts;
  if (first === undefined) return receivedAt.toISOString();
  const date = readDate(parts.join(' '), payload.timeZone) ?? readDate(first, payload.timeZone);
  return date?.toISOString() ?? UNREADABLE_TIME;
}

/** A name alone does not tell two people apart: without an account, number or address every row is its own person. */
function authorOf(values: Values, rowId: string): InboundAuthor {
  const handle = values.handle?.replace(/^@/, '');
  const [scheme, id] = [
    ['id', values.authorId],
    ['handle', handle?.toLowerCase()],
    ['phone', values.phone?.replace(/\D/g, '')],
    ['email', values.email?.toLowerCase()],
    ['conversation', values.conversation],
  ].find(([, value]) => value) ?? ['row', rowId];
  return {
    externalId: `${scheme}:${id}`,
    ...(values.author !== undefined && { displayName: values.author }),
    ...(handle !== undefined && { handle }),
    ...(values.phone !== undefined && { phone: values.phone }),
    ...(values.email !== undefined && { email: values.email }),
    ...(isAnonymous(values) && { isAnonymous: true }),
  };
}

function isAnonymous({ author = '', anonymity = '' }: Values): boolean {
  return /^(anonim|anonymous)$/i.test(author) || /anonim|rahasia|anonymous|^(ya|yes|true)$/i.test(anonymity);
}

function locationOf(values: Values): InboundLocation | undefined {
  const [latitude, longitude] = [values.latitude, values.longitude].map((value) =>
    Number(value?.replace(',', '.') ?? Number.NaN),
  );
  if (latitude === undefined || longitude === undefined) return undefined;
  const isOnEarth = Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180;
  return isOnEarth ? { latitude, longitude, ...(values.place && { label: values.place }) } : undefined;
}

function isWebAddress(link: string | undefined): boolean {
  return link !== undefined && /^https?:\/\//i.test(link) && URL.canParse(link);
}
