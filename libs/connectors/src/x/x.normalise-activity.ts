import { ConnectorError } from '@app/connector-kit';
import type { NormalisedEvent } from '@app/report-model';
import { z } from 'zod';
import { encryptedConversation, messageExternalId } from './x.conversation.js';
import { readPayload } from './x.read-payload.js';

/** What one raw event of kind `activity` holds: whatever is neither a post nor a readable message. */
const activitySchema = z.object({
  type: z.string(),
  content: z.unknown(),
  ourUserId: z.string().optional(),
});

const encryptedSchema = z.looseObject({
  id: z.string(),
  sender_id: z.string(),
  conversation_id: z.string(),
  created_at_msec: z.coerce.number().optional().catch(undefined),
});
const readMarkSchema = z.looseObject({
  sender_id: z.string(),
  last_read_event_id: z.string(),
  created_timestamp: z.coerce.number().optional().catch(undefined),
});

/** Families of activities that say nothing for an inbox. */
const SILENT =
  /^(like|follow|profile|news|spaces|mute|block|broadcast)\.|^(chat\.sent|chat\.conversation_join|dm\.indicate_typing|dm\.read|post\.repost\.create)$|^(favorite|follow|unfollow|block|unblock|mute|unmute|direct_message_indicate_typing)_events$/;

const ENCRYPTED =
  '🔒 Pesan terenkripsi (XChat). Buka aplikasi X untuk membacanya.\n' +
  'Encrypted message (XChat). Open the X app to read it.';

export function normaliseActivity(payload: unknown, receivedAt: Date): NormalisedEvent {
  const { type, content, ourUserId } = readPayload(activitySchema, payload, 'This activity from X');
  if (type === 'chat.received') return encryptedMessage(content, receivedAt);
  if (type === 'direct_message_mark_read_events') return readMark(content, ourUserId, receivedAt);
  if (type === 'oauth.revoke' || type === 'user_event') {
    return { kind: 'ignored', reason: 'the account has withdrawn the app’s permission' };
  }
  if (SILENT.test(type)) return { kind: 'ignored', reason: `activity ${type} holds no message` };
  if (!concernsPeople(content))
    return { kind: 'ignored', reason: `activity ${type} is new and concerns nobody` };
  throw new ConnectorError('payload-unrecognised', `Unknown activity of X: ${type}`);
}

/** A kind that X has added since: with an author, a person or words in it, a person must see it. */
function concernsPeople(content: unknown): boolean {
  if (typeof content !== 'object' || content === null) return true;
  return ['author_id', 'sender_id', 'user_id', 'user', 'users', 'text', 'message'].some(
    (member) => member in content,
  );
}

/** Only X's own app holds the key; that somebody wrote must still be seen. */
function encryptedMessage(content: unknown, receivedAt: Date): NormalisedEvent {
  const chat = readPayload(encryptedSchema, content, 'This encrypted message from X');
  return {
    kind: 'message',
    message: {
      externalId: `chat:${chat.id}`,
      conversation: encryptedConversation(chat.conversation_id),
      author: { externalId: chat.sender_id },
      sentAt: timeOf(chat.created_at_msec, receivedAt),
      text: ENCRYPTED,
      attachments: [],
      permalink: 'https://x.com/i/chat',
    },
  };
}

function readMark(content: unknown, ourUserId: string | undefined, receivedAt: Date): NormalisedEvent {
  const mark = readPayload(readMarkSchema, content, 'This read mark from X');
  if (mark.sender_id === ourUserId) return { kind: 'ignored', reason: 'we read the messages ourselves' };
  return {
    kind: 'delivery-update',
    replyExternalId: messageExternalId(mark.last_read_event_id),
    status: 'read',
    at: timeOf(mark.created_timestamp, receivedAt),
  };
}

function timeOf(milliseconds: number | undefined, otherwise: Date): string {
  const time = new Date(milliseconds ?? Number.NaN);
  return (Number.isNaN(time.getTime()) ? otherwise : time).toISOString();
}
