import type { InboundAuthor, InboundConversation } from '@app/report-model';
import { e164 } from './whatsapp-cloud.contact-cards.js';
import type { WhatsAppContact, WhatsAppMessage, WhatsAppValue } from './whatsapp-cloud.payload.js';

/**
 * A person on WhatsApp. Since April 2026 they have a user id that is ours alone (BSUID); the number is missing once
 * they have a username. Before, the number was all there was.
 */
export interface WhatsAppPerson {
  readonly userId: string | undefined;
  /** The number as WhatsApp writes it: digits with country code. */
  readonly waId: string | undefined;
  readonly name: string | undefined;
  readonly username: string | undefined;
}

/** Who wrote a message, or, for an echo, to whom we wrote it. */
export function personOf(
  message: WhatsAppMessage,
  { contacts = [] }: WhatsAppValue,
  side: 'from' | 'to' = 'from',
): WhatsAppPerson {
  const waId = message[side];
  const userId = side === 'from' ? message.from_user_id : message.to_user_id;
  const contact = contactOf(contacts, userId, waId);
  return {
    // A contact that stands alone is the person's, unless it has another number.
    userId: userId ?? contact?.user_id,
    waId: waId ?? contact?.wa_id,
    name: contact?.profile?.name?.trim() || undefined,
    username: contact?.profile?.username?.replace(/^@/, '') || undefined,
  };
}

function contactOf(
  contacts: readonly WhatsAppContact[],
  userId: string | undefined,
  waId: string | undefined,
): WhatsAppContact | undefined {
  const own = contacts.find(
    (contact) =>
      (userId !== undefined && contact.user_id === userId) || (waId !== undefined && contact.wa_id === waId),
  );
  if (own) return own;
  const [only, ...others] = contacts;
  if (!only || others.length > 0) return undefined;
  const isAnother = (mine: string | undefined, theirs: string | undefined) =>
    mine !== undefined && theirs !== undefined && mine !== theirs;
  // Some countries' numbers are written in two ways: then the name is theirs all the same, the ids are not certain.
  return isAnother(waId, only.wa_id) || isAnother(userId, only.user_id) ? { profile: only.profile } : only;
}

/** Undefined for somebody without any id. */
export function authorOf(person: WhatsAppPerson): InboundAuthor | undefined {
  const ids = idsOf(person);
  if (!ids) return undefined;
  const phone = e164(person.waId);
  return {
    ...ids,
    ...(person.name ? { displayName: person.name } : {}),
    ...(person.username ? { handle: person.username } : {}),
    ...(phone ? { phone } : {}),
  };
}

/** A private chat is named after the person. */
export function privateConversationOf(person: WhatsAppPerson): InboundConversation | undefined {
  const ids = idsOf(person);
  return ids && { ...ids, kind: 'private' };
}

function idsOf({ userId, waId }: WhatsAppPerson) {
  const externalId = userId ?? waId;
  if (externalId === undefined) return undefined;
  return { externalId, ...(userId !== undefined && waId !== undefined ? { aliases: [waId] } : {}) };
}
