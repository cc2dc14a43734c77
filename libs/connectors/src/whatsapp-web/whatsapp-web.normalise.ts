import { ConnectorError, type RawEvent } from '@app/connector-kit';
import type { DeliveryStatus, NormalisedEvent } from '@app/report-model';
import { z } from 'zod';
import { isBroadcast, phoneOf, steadyId } from './whatsapp-web.ids.js';
import { toInboundMessage } from './whatsapp-web.message.js';
import {
  reactionSchema,
  readAs,
  readMessage,
  receiptSchema,
  type ReadMessage,
} from './whatsapp-web.payload.js';

const SPOKEN = new Set([
  ...['chat', 'image', 'video', 'audio', 'ptt', 'document', 'sticker', 'location', 'vcard', 'multi_vcard'],
  ...[
    'buttons_response',
    'list_response',
    'template_button_reply',
    'interactive',
    'native_flow',
    'list',
    'hsm',
  ],
  ...['groups_v4_invite', 'poll_creation', 'event_creation', 'scheduled_event_creation'],
  ...['order', 'product', 'payment'],
]);
const NOTES: Readonly<Record<string, string>> = {
  album: 'the frame of an album; its pictures come by themselves',
  broadcast_notification: 'a note of WhatsApp',
  call_log: 'a call',
  debug: 'a note of WhatsApp',
  e2e_notification: 'a note of WhatsApp about encryption',
  gp2: 'a note about the group',
  group_notification: 'a note about the group',
  notification: 'a note of WhatsApp',
  notification_template: 'a note of WhatsApp',
  pinned_message: 'a message was pinned',
  poll_update: 'a vote in a poll',
  protocol: 'a note between WhatsApp programs',
  reaction: 'a reaction; it comes as an event of its own',
};
const RECEIPTS: Readonly<Record<number, DeliveryStatus>> = {
  [-1]: 'failed',
  1: 'sent',
  2: 'delivered',
  3: 'read',
  4: 'read',
};
const storedReactionSchema = z.looseObject({ reaction: reactionSchema });
const storedReceiptSchema = receiptSchema.extend({ at: z.iso.datetime() });

/** See `Connector.normalise`. Kinds are those of `WebEventKind`. */
export function normaliseWhatsappWebEvent(event: RawEvent): NormalisedEvent {
  switch (event.kind) {
    case 'message':
      return normaliseMessage(readMessage(event.payload), event);
    case 'edit':
      return normaliseEdit(readMessage(event.payload), event);
    case 'revocation':
      return deletionOf(readMessage(event.payload), event);
    case 'receipt':
      return normaliseReceipt(event);
    case 'reaction':
      return normaliseReaction(event);
    case 'undecipherable':
      throw unrecognised(
        'WhatsApp Web could not decrypt this message. Read it on the phone, or ask the citizen to send it again',
      );
    default:
      throw unrecognised(`An event of kind "${event.kind}" is not one of WhatsApp Web`);
  }
}

function normaliseMessage(read: ReadMessage, event: RawEvent): NormalisedEvent {
  const { message } = read;
  if (message.isStatusV3 || isBroadcast(message.id.remote)) {
    return { kind: 'ignored', reason: 'a status update or channel, not written to us' };
  }
  if (message.type === 'revoked') return deletionOf(read, event);
  const note = NOTES[message.type];
  if (note) return { kind: 'ignored', reason: note };
  if (!SPOKEN.has(message.type)) {
    throw unrecognised(`WhatsApp Web gave a message of the unknown type "${message.type}"`);
  }
  return { kind: 'message', message: toInboundMessage(read) };
}

function normaliseEdit(read: ReadMessage, event: RawEvent): NormalisedEvent {
  const whole = normaliseMessage(read, event);
  if (whole.kind !== 'message') return whole;
  const { message } = whole;
  const editedAt = read.message.latestEditSenderTimestampMs;
  return {
    kind: 'edit',
    messageExternalId: message.externalId,
    editedAt: (editedAt ? new Date(editedAt) : event.receivedAt).toISOString(),
    text: message.text,
    attachments: message.attachments,
    message,
  };
}

/** WhatsApp does not say when: it is now, or while we were away. */
function deletionOf({ message }: ReadMessage, { receivedAt }: RawEvent): NormalisedEvent {
  const { _serialized: id } = message.protocolMessageKey ?? message.id;
  return { kind: 'deletion', messageExternalId: id, deletedAt: receivedAt.toISOString() };
}

function normaliseReceipt({ payload }: RawEvent): NormalisedEvent {
  const { id, ack, at } = readAs(storedReceiptSchema, payload, 'receipt');
  const status = RECEIPTS[ack];
  if (!status) throw unrecognised(`WhatsApp Web gave a receipt of the unknown level ${ack}`);
  return {
    kind: 'delivery-update',
    replyExternalId: id._serialized,
    status,
    ...(status === 'failed' ? { reason: 'WhatsApp could not send it' } : {}),
    at,
  };
}

function normaliseReaction({ payload }: RawEvent): NormalisedEvent {
  const { reaction } = readAs(storedReactionSchema, payload, 'reaction');
  const { people } = payload as ReadMessage['context'];
  const wid = steadyId(reaction.senderUserJid, { people });
  const phone = phoneOf(wid);
  return {
    kind: 'reaction',
    messageExternalId: reaction.parentMsgKey._serialized,
    author: {
      externalId: wid,
      ...(phone ? { phone } : {}),
      ...(reaction.msgKey.fromMe ? { isOurs: true } : {}),
    },
    emoji: reaction.reactionText ?? '',
  };
}

function unrecognised(message: string): ConnectorError {
  return new ConnectorError('payload-unrecognised', message);
}
