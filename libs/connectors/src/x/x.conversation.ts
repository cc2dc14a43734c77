import type { InboundConversation } from '@app/report-model';
import { isPushed, type XMessageEvent, type XPostEvent } from './x.payload.js';

/** What a conversation's external id says; answers go where it leads. */
export type XPlace =
  | { readonly kind: 'thread' }
  /** Found by keywords: X lets no app answer it. */
  | { readonly kind: 'found'; readonly id: string }
  | { readonly kind: 'person'; readonly id: string }
  | { readonly kind: 'group'; readonly id: string }
  /** XChat, end-to-end encrypted: only X's own app can read and write there. */
  | { readonly kind: 'encrypted' };

/** The thread of a post; one that does not address us is a place of its own, since it cannot be answered. */
export function postConversation(event: XPostEvent, firstVersionId: string): InboundConversation {
  const thread = event.post.conversation_id ?? firstVersionId;
  const isFound = event.via === 'search' && !addressesUs(event);
  return { externalId: isFound ? `found/${thread}` : thread, kind: 'public' };
}

/** The conversation of a direct message is named after the other person, which both of X's shapes tell. */
export function messageConversation({ message, ourUserId }: XMessageEvent): InboundConversation {
  if (isPushed(message)) {
    const { sender_id: sender, target } = message.message_create;
    const other = sender === ourUserId ? (target?.recipient_id ?? sender) : sender;
    return { externalId: `dm/${other}`, kind: 'private' };
  }
  const [first, second] = message.dm_conversation_id.split('-');
  if (first === undefined || second === undefined) {
    return { externalId: `dm-group/${message.dm_conversation_id}`, kind: 'group' };
  }
  return { externalId: `dm/${first === ourUserId ? second : first}`, kind: 'private' };
}

export function encryptedConversation(id: string): InboundConversation {
  return { externalId: `chat/${id}`, kind: 'private' };
}

/** Reads an external id back; undefined when it is none of X. */
export function placeOf(conversationExternalId: string): XPlace | undefined {
  const [, prefix, id] = /^(?:(found|dm|dm-group|chat)\/)?(.+)$/.exec(conversationExternalId) ?? [];
  if (id === undefined) return undefined;
  if (prefix === 'chat') return { kind: 'encrypted' };
  if (!/^\d{1,20}$/.test(id)) return undefined;
  if (prefix === 'found') return { kind: 'found', id };
  if (prefix === 'dm') return { kind: 'person', id };
  return prefix === 'dm-group' ? { kind: 'group', id } : { kind: 'thread' };
}

/** Ids of posts and of direct messages come from one counter, but nobody promises that they stay apart. */
export function messageExternalId(id: string): string {
  return `dm:${id}`;
}

function addressesUs({ post, ourUserId }: XPostEvent): boolean {
  if (post.in_reply_to_user_id === ourUserId) return true;
  return post.entities?.mentions?.some((mention) => mention.id === ourUserId) ?? false;
}
