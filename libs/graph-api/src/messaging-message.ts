import { ConnectorError } from '@app/connector-kit';
import type { AttachmentKind, InboundAttachment, InboundMessage, NormalisedEvent } from '@app/report-model';
import { z } from 'zod';
import type { GraphElement } from './graph-delivery.js';

const idSchema = z.union([z.string().min(1), z.number()]).transform(String);
const partySchema = z.looseObject({ id: idSchema.optional(), user_ref: idSchema.optional() });
const attachmentSchema = z.looseObject({
  type: z.string(),
  title: z.string().nullish(),
  url: z.string().nullish(),
  payload: z
    .looseObject({
      url: z.string().nullish(),
      title: z.string().nullish(),
      coordinates: z.looseObject({ lat: z.number(), long: z.number() }).nullish(),
    })
    .nullish(),
});
const messageSchema = z.looseObject({
  mid: idSchema,
  text: z.string().nullish(),
  attachments: z.array(attachmentSchema).nullish(),
  reply_to: z.looseObject({ mid: idSchema.optional() }).nullish(),
  is_echo: z.boolean().optional(),
  is_deleted: z.boolean().optional(),
  is_unsupported: z.boolean().optional(),
});
const itemSchema = z.looseObject({
  sender: partySchema.optional(),
  recipient: partySchema.optional(),
  timestamp: z.coerce.number().optional(),
  message: messageSchema.optional(),
  message_edit: z.looseObject({ mid: idSchema, text: z.string().nullish() }).optional(),
  reaction: z
    .looseObject({
      mid: idSchema,
      action: z.enum(['react', 'unreact']),
      emoji: z.string().optional(),
      reaction: z.string().optional(),
    })
    .optional(),
  delivery: z.looseObject({ mids: z.array(idSchema).optional(), watermark: z.coerce.number() }).optional(),
  read: z.looseObject({ mid: idSchema.optional(), watermark: z.coerce.number().optional() }).optional(),
  postback: z.looseObject({ mid: idSchema.optional(), title: z.string().nullish() }).optional(),
});
type Item = z.infer<typeof itemSchema>;

const KINDS: Readonly<Record<string, AttachmentKind>> = {
  image: 'image',
  video: 'video',
  reel: 'video',
  ig_reel: 'video',
  audio: 'audio',
  file: 'document',
};
/** What an item may carry that says nothing to an officer. */
const PASSED_OVER: Readonly<Record<string, string>> = {
  optin: 'the citizen allowed messages',
  referral: 'the citizen came over a link',
  pass_thread_control: 'another app takes the conversation over',
  take_thread_control: 'another app takes the conversation over',
  request_thread_control: 'another app asks for the conversation',
  app_roles: 'roles of the apps of the Page',
  'policy-enforcement': 'Meta acts on its rules: see the Page’s quality in Business Suite',
  account_linking: 'an account was linked',
};

/**
 * An item of `messaging` or `standby`, of Messenger and of Instagram's direct messages. Pure.
 * @param permalink where an officer can open the conversation, given the citizen's id
 * @throws ConnectorError `payload-unrecognised`
 */
export function readMessagingItem(
  element: GraphElement,
  permalink?: (personId: string) => string,
): NormalisedEvent {
  const read = itemSchema.safeParse(element.value);
  if (!read.success) throw unrecognised(`messaging: ${z.prettifyError(read.error)}`);
  const item = read.data;
  const at = isoOf(item.timestamp ?? element.entryTime);
  if (item.message?.is_deleted)
    return { kind: 'deletion', messageExternalId: item.message.mid, deletedAt: at };
  if (item.message)
    return { kind: 'message', message: messageOf(element, item, item.message, at, permalink) };
  if (item.message_edit) {
    const { mid, text } = item.message_edit;
    const message = messageOf(element, item, { mid, text }, at, permalink);
    return {
      kind: 'edit',
      messageExternalId: mid,
      editedAt: at,
      text: message.text,
      attachments: [],
      message,
    };
  }
  if (item.reaction) {
    const { mid, action, emoji, reaction } = item.reaction;
    return {
      kind: 'reaction',
      messageExternalId: mid,
      author: authorOf(element, item),
      emoji: action === 'unreact' ? '' : (emoji ?? reaction ?? '👍'),
    };
  }
  const [delivered] = item.delivery?.mids ?? [];
  if (delivered) return { kind: 'delivery-update', replyExternalId: delivered, status: 'delivered', at };
  if (item.read?.mid) return { kind: 'delivery-update', replyExternalId: item.read.mid, status: 'read', at };
  const watermark = watermarkOf(element, item);
  if (watermark) return watermark;
  if (item.postback) return postbackOf(element, item, item.postback, at, permalink);
  const reason = Object.keys(item).flatMap((name) => PASSED_OVER[name] ?? [])[0];
  if (reason) return { kind: 'ignored', reason };
  throw unrecognised(`messaging: nothing known among ${Object.keys(item).join(', ')}`);
}

function messageOf(
  element: GraphElement,
  item: Item,
  message: z.infer<typeof messageSchema>,
  sentAt: string,
  permalink?: (personId: string) => string,
): InboundMessage {
  const author = authorOf(element, item);
  const person = author.isOurs ? idOf(item.recipient) : author.externalId;
  const attachments = (message.attachments ?? []).flatMap(attachmentOf);
  const place = message.attachments?.find(({ type }) => type === 'location')?.payload?.coordinates;
  return {
    externalId: message.mid,
    conversation: { externalId: person ?? author.externalId, kind: 'private' },
    author,
    sentAt,
    text: message.text ?? '',
    attachments,
    ...(message.reply_to?.mid ? { replyToExternalId: message.reply_to.mid } : {}),
    ...(place ? { location: { latitude: place.lat, longitude: place.long } } : {}),
    ...(message.is_unsupported ? { notes: ['content-withheld' as const] } : {}),
    ...(permalink && person ? { permalink: permalink(person) } : {}),
  };
}

function attachmentOf({ type, title, url, payload }: z.infer<typeof attachmentSchema>): InboundAttachment[] {
  if (type === 'location') return [];
  const kind = KINDS[type] ?? 'other';
  const address = payload?.url ?? (kind === 'other' ? undefined : url) ?? undefined;
  const description = kind === 'other' ? (title ?? payload?.title ?? type.replaceAll('_', ' ')) : undefined;
  return [
    {
      kind,
      ...(address && URL.canParse(address) ? { url: address } : {}),
      ...(description ? { description } : {}),
    },
  ];
}

/** Messenger says up to when everything of ours was delivered or read, not which messages that are. */
function watermarkOf(element: GraphElement, item: Item): NormalisedEvent | undefined {
  const mark = item.read?.watermark ?? item.delivery?.watermark;
  const sender = idOf(item.sender);
  const person = sender === element.entryId ? idOf(item.recipient) : sender;
  if (mark === undefined || person === undefined) return undefined;
  return {
    kind: 'delivery-watermark',
    conversationExternalId: person,
    status: item.read ? 'read' : 'delivered',
    upTo: isoOf(mark),
  };
}

/** A button that the citizen pressed says what it says on it. */
function postbackOf(
  element: GraphElement,
  item: Item,
  { mid, title }: NonNullable<Item['postback']>,
  at: string,
  permalink?: (personId: string) => string,
): NormalisedEvent {
  if (!title || !mid) return { kind: 'ignored', reason: 'a button was pressed that says nothing' };
  return { kind: 'message', message: messageOf(element, item, { mid, text: title }, at, permalink) };
}

function authorOf(element: GraphElement, item: Item): InboundMessage['author'] {
  const externalId = idOf(item.sender);
  if (!externalId) throw unrecognised('messaging: no sender');
  const isOurs = externalId === element.entryId || item.message?.is_echo === true;
  return { externalId, ...(isOurs ? { isOurs } : {}) };
}

function idOf(party: Item['sender']): string | undefined {
  return party?.id ?? party?.user_ref;
}

/** Meta writes milliseconds here and seconds there. */
export function isoOf(time: number | undefined): string {
  const milliseconds = (time ?? 0) < 100_000_000_000 ? (time ?? 0) * 1000 : (time ?? 0);
  return new Date(milliseconds).toISOString();
}

function unrecognised(what: string): ConnectorError {
  return new ConnectorError('payload-unrecognised', what);
}
