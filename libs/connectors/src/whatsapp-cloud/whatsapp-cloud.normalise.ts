import { type RawEvent } from '@app/connector-kit';
import { graphElementSchema, type GraphElement } from '@app/graph-api';
import type { NormalisedEvent } from '@app/report-model';
import { z } from 'zod';
import { unrecognised } from './whatsapp-cloud.content.js';
import { noticeReason } from './whatsapp-cloud.ignored.js';
import { normaliseMessage } from './whatsapp-cloud.message.js';
import { e164 } from './whatsapp-cloud.contact-cards.js';
import {
  historyContextSchema,
  historyThreadSchema,
  identityUpdateSchema,
  messageSchema,
  valueSchema,
  type WhatsAppMessage,
  type WhatsAppValue,
} from './whatsapp-cloud.payload.js';
import { normaliseStatus } from './whatsapp-cloud.status.js';

/** See `Connector.normalise`. `kind` says which list of the value holds the one thing that this event is. */
export function normaliseWhatsAppCloudEvent(event: RawEvent): NormalisedEvent {
  const element = graphElementSchema.safeParse(event.payload).data;
  if (!element) throw unrecognised('no element of a delivery');
  const value = valueSchema.safeParse(element.value).data;
  if (!value) throw unrecognised(`the value of the field "${element.field}"`);
  switch (event.kind) {
    case 'message':
      return normaliseMessage(messageIn(value, 'messages'), value, { event });
    case 'echo':
      return normaliseMessage(messageIn(value, 'message_echoes'), value, { event, isEcho: true });
    case 'history':
      return normaliseHistory(value, event);
    case 'history-media':
      return normaliseHistoryMedia(value, event);
    case 'history-note':
      return { kind: 'ignored', reason: 'a note about the chat history' };
    case 'status':
      return normaliseStatus(only(value, 'statuses'), event);
    case 'identity':
      return normaliseIdentity(only(value, 'user_id_update'));
    case 'call':
    case 'call-status':
      return { kind: 'ignored', reason: 'a call: Wadah takes none' };
    case 'group':
      return { kind: 'ignored', reason: 'a change to a group or its members' };
    case 'user-preference':
      return { kind: 'ignored', reason: 'a person’s choice about promotional messages' };
    default:
      return normaliseRest(element, value);
  }
}

function normaliseRest({ field }: GraphElement, value: WhatsAppValue): NormalisedEvent {
  const reason = noticeReason(field, value);
  if (reason !== undefined) return { kind: 'ignored', reason };
  if (value.errors?.length) {
    const { code, title } = value.errors[0] ?? {};
    return { kind: 'ignored', reason: `an error of WhatsApp: ${title ?? ''} (${code ?? '?'})` };
  }
  throw unrecognised(`the field "${field}"`);
}

/** From the WhatsApp Business app, when its number came to the Cloud API: written before, so it says who wrote it. */
function normaliseHistory(value: WhatsAppValue, event: RawEvent): NormalisedEvent {
  const chunk = z
    .looseObject({ threads: z.array(z.unknown()).min(1) })
    .safeParse(only(value, 'history')).data;
  const thread = historyThreadSchema.safeParse(chunk?.threads[0]).data;
  const message = messageSchema.safeParse((thread?.['messages'] as unknown[] | undefined)?.[0]).data;
  if (!thread || !message) throw unrecognised('a message of the chat history');
  const isOurs = isByUs(message, value);
  const { wa_id: waId = thread.id, user_id: userId, username } = thread.context ?? {};
  const person = {
    ...(waId ? { wa_id: waId } : {}),
    ...(userId ? { user_id: userId } : {}),
    profile: { username },
  };
  const placed = isOurs
    ? { ...message, to: message.to ?? waId, to_user_id: userId }
    : { ...message, from: message.from ?? waId, from_user_id: userId };
  return normaliseMessage(placed, { ...value, contacts: [person] }, { event, isEcho: isOurs });
}

/** The file of a message of the history, which came before as a placeholder. */
function normaliseHistoryMedia(value: WhatsAppValue, event: RawEvent): NormalisedEvent {
  const message = messageIn(value, 'messages');
  const whole = normaliseMessage(message, value, { event, isEcho: isByUs(message, value) });
  if (whole.kind !== 'message') return whole;
  const { externalId, sentAt, text, attachments } = whole.message;
  return {
    kind: 'edit',
    messageExternalId: externalId,
    editedAt: sentAt,
    text,
    attachments,
    message: whole.message,
  };
}

function isByUs(message: WhatsAppMessage, { metadata }: WhatsAppValue): boolean {
  const { from_me: isMarked } = historyContextSchema.catch({}).parse(message['history_context'] ?? {});
  const ours = e164(metadata?.display_phone_number);
  return isMarked ?? (message.to !== undefined || (ours !== undefined && e164(message.from) === ours));
}

function normaliseIdentity(update: unknown): NormalisedEvent {
  const read = identityUpdateSchema.safeParse(update).data;
  if (!read) throw unrecognised('a change of a user id');
  const { user_id: ids, wa_id: waId } = read;
  return {
    kind: 'identity-moved',
    fromExternalIds: [ids.previous, ...(waId ? [waId] : [])],
    toExternalId: ids.current,
  };
}

function messageIn(value: WhatsAppValue, list: 'messages' | 'message_echoes'): WhatsAppMessage {
  const message = messageSchema.safeParse(only(value, list)).data;
  if (!message) throw unrecognised('a message without id or type');
  return message;
}

function only(value: WhatsAppValue, list: string): unknown {
  const items = value[list];
  return Array.isArray(items) ? (items[0] as unknown) : undefined;
}
