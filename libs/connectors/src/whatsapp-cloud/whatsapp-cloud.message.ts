import type { RawEvent } from '@app/connector-kit';
import type { InboundAttachment, InboundAuthor, InboundMessage, NormalisedEvent } from '@app/report-model';
import { contactCards } from './whatsapp-cloud.contact-cards.js';
import { contentOf, unrecognised, type WhatsAppContent } from './whatsapp-cloud.content.js';
import { isCallPermission } from './whatsapp-cloud.interactive.js';
import {
  editSchema,
  reactionSchema,
  revokeSchema,
  systemSchema,
  type WhatsAppMessage,
  type WhatsAppValue,
} from './whatsapp-cloud.payload.js';
import { authorOf, personOf, privateConversationOf } from './whatsapp-cloud.people.js';

interface Circumstances {
  readonly event: RawEvent;
  /** Written by us: in the WhatsApp Business app, or by another program. */
  readonly isEcho?: boolean;
}

/** What an element of `messages` or `message_echoes` means. */
export function normaliseMessage(
  message: WhatsAppMessage,
  value: WhatsAppValue,
  circumstances: Circumstances,
): NormalisedEvent {
  const at = timeOf(message, circumstances.event);
  switch (message.type) {
    case 'reaction':
      return normaliseReaction(message, value, circumstances);
    case 'revoke': {
      const revoke = revokeSchema.safeParse(message['revoke']).data;
      if (!revoke) throw unrecognised('a message taken back');
      return { kind: 'deletion', messageExternalId: revoke.original_message_id, deletedAt: at };
    }
    case 'edit': {
      const edit = editSchema.safeParse(message['edit']).data;
      if (!edit) throw unrecognised('an edit');
      const content = contentOf(edit.message);
      const { text, attachments } = content;
      const whole = placed({ ...message, id: edit.original_message_id }, value, content, circumstances);
      return {
        kind: 'edit',
        messageExternalId: whole.externalId,
        editedAt: at,
        text,
        attachments,
        message: whole,
      };
    }
    case 'system':
      return normaliseSystem(message);
    case 'request_welcome':
      return { kind: 'ignored', reason: 'a person opened the chat and has not written yet' };
    case 'interactive':
      if (isCallPermission(message['interactive'])) {
        return { kind: 'ignored', reason: 'an answer to a request to be called' };
      }
  }
  const errors = message.errors ?? value.errors;
  const content = contentOf({ ...message, errors });
  return { kind: 'message', message: placed(message, value, content, circumstances) };
}

function placed(
  message: WhatsAppMessage,
  value: WhatsAppValue,
  content: WhatsAppContent,
  { event, isEcho = false }: Circumstances,
): InboundMessage {
  const person = personOf(message, value, isEcho ? 'to' : 'from');
  const author = isEcho ? ourselves(value) : authorOf(person);
  const conversation = message.group_id
    ? ({ externalId: message.group_id, kind: 'group' } as const)
    : privateConversationOf(person);
  if (!author || !conversation) throw unrecognised('a message without a sender');
  const own =
    message.type === 'contacts'
      ? contactCards(message['contacts'], message['origin']).find((card) => card.isOwn)
      : undefined;
  const { text, attachments, location, notes } = content;
  return {
    externalId: message.id,
    conversation,
    author: own?.phone ? { ...author, phone: own.phone } : author,
    sentAt: timeOf(message, event),
    text,
    attachments: [...attachments, ...referralOf(message)],
    ...(location ? { location } : {}),
    ...(notes ? { notes } : {}),
    ...(message.context?.id ? { replyToExternalId: message.context.id } : {}),
  };
}

function ourselves({ metadata }: WhatsAppValue): InboundAuthor {
  return { externalId: metadata?.phone_number_id ?? 'whatsapp-business-app', isOurs: true };
}

function normaliseReaction(
  message: WhatsAppMessage,
  value: WhatsAppValue,
  { isEcho = false }: Circumstances,
): NormalisedEvent {
  const reaction = reactionSchema.safeParse(message['reaction']).data;
  if (!reaction) throw unrecognised('a reaction');
  if (isEcho) return { kind: 'ignored', reason: 'a reaction of our own' };
  const author = authorOf(personOf(message, value));
  if (!author) throw unrecognised('a reaction without a sender');
  const { message_id: messageExternalId, emoji = '' } = reaction;
  return { kind: 'reaction', messageExternalId, author, emoji };
}

function normaliseSystem(message: WhatsAppMessage): NormalisedEvent {
  const system = systemSchema.safeParse(message['system']).data;
  if (!system) throw unrecognised('a note of WhatsApp');
  switch (system.type) {
    case 'user_changed_number':
    case 'customer_changed_number':
    case 'user_changed_user_id': {
      const waId = system.wa_id ?? system.new_wa_id;
      const toExternalId = system.user_id ?? waId;
      if (toExternalId === undefined) throw unrecognised('a change of number without the new one');
      const known = [system.previous_user_id, message.from_user_id, message.from, system.customer];
      const fromExternalIds = [
        ...new Set(known.filter((id) => id !== undefined && id !== toExternalId)),
      ] as string[];
      return { kind: 'identity-moved', fromExternalIds, toExternalId };
    }
    case 'customer_identity_changed':
      return { kind: 'ignored', reason: 'the person’s security code has changed' };
    default:
      throw unrecognised(`a note of type "${system.type}"`);
  }
}

/** The advertisement or post from which the citizen began to write. */
function referralOf({ referral }: WhatsAppMessage): InboundAttachment[] {
  const words = [referral?.headline, referral?.body, referral?.source_url].filter(Boolean);
  return words.length > 0 ? [{ kind: 'other', description: words.join(' — ') }] : [];
}

function timeOf({ timestamp }: { readonly timestamp?: number | undefined }, event: RawEvent): string {
  const date = new Date((timestamp ?? NaN) * 1000);
  return (Number.isNaN(date.getTime()) ? event.receivedAt : date).toISOString();
}
