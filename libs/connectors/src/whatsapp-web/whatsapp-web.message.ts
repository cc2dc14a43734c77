import type { InboundAuthor, InboundConversation, InboundMessage } from '@app/report-model';
import { attachmentsOf, isFile, locationOf } from './whatsapp-web.attachments.js';
import { isGroup, phoneOf, steadyId } from './whatsapp-web.ids.js';
import type { MessageContext, ReadMessage, WebMessage } from './whatsapp-web.payload.js';

/** A message of WhatsApp Web in the common model. */
export function toInboundMessage({ message, context }: ReadMessage): InboundMessage {
  const location = locationOf(message);
  const answered = answeredId(message);
  return {
    externalId: message.id._serialized,
    conversation: conversationOf(message, context),
    author: authorOf(message, context),
    sentAt: new Date(message.t * 1000).toISOString(),
    text: textOf(message),
    ...(answered ? { replyToExternalId: answered } : {}),
    attachments: attachmentsOf(message),
    ...(location ? { location } : {}),
  };
}

export function textOf(message: WebMessage): string {
  // The body of a file or a place is its thumbnail, that of a contact the card.
  if (isFile(message)) return message.caption ?? '';
  switch (message.type) {
    case 'location':
    case 'vcard':
    case 'multi_vcard':
      return '';
    case 'list_response':
    case 'interactive':
    case 'native_flow':
      return message.body ?? message.title ?? '';
    default:
      return message.body ?? message.pollName ?? message.eventName ?? '';
  }
}

export function authorOf(message: WebMessage, context: MessageContext): InboundAuthor {
  const wid = steadyId(message.author ?? message.from, context);
  const phone = phoneOf(wid);
  return {
    externalId: wid,
    ...(message.notifyName && !message.id.fromMe ? { displayName: message.notifyName } : {}),
    ...(phone ? { phone } : {}),
    ...(message.id.fromMe ? { isOurs: true } : {}),
  };
}

function conversationOf({ id }: WebMessage, context: MessageContext): InboundConversation {
  const kind = isGroup(id.remote) ? 'group' : 'private';
  return {
    externalId: steadyId(id.remote, context),
    kind,
    ...(kind === 'group' && context.chatName ? { title: context.chatName } : {}),
  };
}

/** The quoted message's id, put together as WhatsApp does: whose, where, which, and in a group by whom. */
function answeredId({ id, from, to, quotedStanzaID: stanza, quotedParticipant: by }: WebMessage) {
  if (!stanza) return undefined;
  const we = id.fromMe ? from : to;
  const isOurs = by !== undefined && by === we;
  const quoted = `${isOurs}_${id.remote}_${stanza}`;
  return isGroup(id.remote) && by ? `${quoted}_${by}` : quoted;
}
