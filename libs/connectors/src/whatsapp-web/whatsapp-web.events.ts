import { contentId, type ParsedEvent } from '@app/connector-kit';
import { keySchema, messageSchema, reactionSchema, type MessageContext } from './whatsapp-web.payload.js';

/** Kinds of raw events; with the id each is unique. */
export type WebEventKind = 'message' | 'edit' | 'revocation' | 'receipt' | 'reaction' | 'undecipherable';

/** A message that came, ours or a citizen's. */
export function messageEvent(data: unknown, context: MessageContext = {}): ParsedEvent {
  return eventOf('message', data, context, ({ id }) => id._serialized);
}

/** WhatsApp tells the new text; the moment of the edit tells two edits apart. */
export function editEvent(data: unknown, context: MessageContext = {}): ParsedEvent {
  return eventOf(
    'edit',
    data,
    context,
    ({ id, latestEditSenderTimestampMs: at, body, caption }) =>
      `${id._serialized}#${at ?? contentId(caption ?? body ?? '')}`,
  );
}

export function revocationEvent(data: unknown, context: MessageContext = {}): ParsedEvent {
  return eventOf(
    'revocation',
    data,
    context,
    ({ id, protocolMessageKey }) => (protocolMessageKey ?? id)._serialized,
  );
}

/** WhatsApp Web got it and cannot read it: visible, until the phone sends it again. */
export function undecipherableEvent(data: unknown): ParsedEvent {
  return eventOf('undecipherable', data, {}, ({ id }) => id._serialized);
}

/** @param at when we were told: WhatsApp does not say when it was */
export function receiptEvent(data: unknown, ack: number, at: Date): ParsedEvent | null {
  const message = messageSchema.safeParse(data);
  if (!message.success || !message.data.id.fromMe || ack === 0) return null;
  const { id } = message.data;
  return {
    status: 'readable',
    kind: 'receipt',
    externalId: `${id._serialized}#${ack}`,
    conversationKey: id.remote,
    payload: { id, ack, at: at.toISOString() },
  };
}

export function reactionEvent(data: unknown, context: MessageContext = {}): ParsedEvent {
  const reaction = reactionSchema.safeParse(data);
  if (!reaction.success) return unreadable(data, 'a reaction');
  const { msgKey, parentMsgKey, timestamp, reactionText } = reaction.data;
  return {
    status: 'readable',
    kind: 'reaction',
    externalId: `${msgKey._serialized}#${timestamp ?? reactionText ?? ''}`,
    conversationKey: parentMsgKey.remote,
    payload: { ...context, reaction: data },
  };
}

/** The ids of people in a message, to ask WhatsApp for their other name. */
export function peopleIn(data: unknown): string[] {
  const message = messageSchema.safeParse(data).data;
  const { from, author, quotedParticipant, id } = message ?? {};
  return [from, author, quotedParticipant, id?.remote].filter((wid) => wid !== undefined);
}

function eventOf(
  kind: WebEventKind,
  data: unknown,
  context: MessageContext,
  idOf: (message: ReturnType<typeof messageSchema.parse>) => string,
): ParsedEvent {
  const key = keySchema.safeParse((data as { id?: unknown } | null)?.id);
  if (!key.success) return unreadable(data, `a ${kind}`);
  const message = messageSchema.safeParse(data);
  return {
    status: 'readable',
    kind,
    externalId: message.success ? idOf(message.data) : key.data._serialized,
    conversationKey: key.data.remote,
    payload: { ...context, message: data },
  };
}

function unreadable(data: unknown, what: string): ParsedEvent {
  const bytes = Buffer.from(JSON.stringify(data) ?? 'undefined');
  return { status: 'unreadable', bytes, reason: `WhatsApp Web gave ${what} without a usable id` };
}
