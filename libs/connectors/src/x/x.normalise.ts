import { ConnectorError, type RawEvent } from '@app/connector-kit';
import type { InboundMessage, NormalisedEvent } from '@app/report-model';
import { xAttachments } from './x.attachments.js';
import { xLocation } from './x.location.js';
import { xPostEventSchema, type XPost, type XPostEvent } from './x.payload.js';
import { snowflakeTime } from './x.snowflake.js';

/** One stored mention as a message, an edit of one, or nothing for us. Pure. */
export function normaliseXEvent(event: RawEvent): NormalisedEvent {
  const parsed = xPostEventSchema.safeParse(event.payload);
  if (!parsed.success) {
    const where = parsed.error.issues.map((issue) => issue.path.join('.')).join(', ');
    throw new ConnectorError('payload-unrecognised', `This post from X cannot be read; unexpected: ${where}`);
  }
  const { post, ourUserId } = parsed.data;
  if (post.author_id === ourUserId) return { kind: 'ignored', reason: 'own post' };
  if (references(post).some(({ type }) => type === 'retweeted' || type === 'reposted')) {
    return { kind: 'ignored', reason: 'repost of somebody else’s post' };
  }

  const message = toMessage(parsed.data, event.receivedAt);
  if (message.externalId === post.id) return { kind: 'message', message };
  return {
    kind: 'edit',
    messageExternalId: message.externalId,
    editedAt: (snowflakeTime(post.id) ?? createdAt(post) ?? event.receivedAt).toISOString(),
    text: message.text,
    attachments: message.attachments,
    message,
  };
}

function toMessage({ post, author, media, place }: XPostEvent, receivedAt: Date): InboundMessage {
  const externalId = firstVersionId(post);
  const repliedTo = references(post).find(({ type }) => type === 'replied_to');
  const location = xLocation(post, place);
  return {
    externalId,
    conversation: { externalId: post.conversation_id ?? externalId, kind: 'public' },
    author: {
      externalId: post.author_id,
      ...(author?.name && { displayName: author.name }),
      ...(author?.username && { handle: author.username }),
    },
    sentAt: sentAt(post, externalId, receivedAt).toISOString(),
    text: unescapeText(post.note_tweet?.text ?? post.note_post?.text ?? post.text),
    ...(repliedTo && { replyToExternalId: repliedTo.id }),
    attachments: xAttachments(post, media),
    ...(location && { location }),
    permalink: `https://x.com/${author?.username ?? 'i'}/status/${post.id}`,
  };
}

/** Every edit gets a new id; the first of the history stays the same. */
function firstVersionId(post: XPost): string {
  return post.edit_history_tweet_ids?.[0] ?? post.edit_history_post_ids?.[0] ?? post.id;
}

function references(post: XPost) {
  return post.referenced_tweets ?? post.referenced_posts ?? [];
}

/** X gives an edited version's own time; the message was sent when its first version was. */
function sentAt(post: XPost, firstId: string, receivedAt: Date): Date {
  const original = firstId === post.id ? null : snowflakeTime(firstId);
  return original ?? createdAt(post) ?? snowflakeTime(post.id) ?? receivedAt;
}

function createdAt(post: XPost): Date | null {
  const time = new Date(post.created_at ?? Number.NaN);
  return Number.isNaN(time.getTime()) ? null : time;
}

const ENTITIES: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>' };

/** X escapes these three and no others; in one pass, so that a typed "&lt;" stays what it was. */
function unescapeText(text: string): string {
  return text.replace(/&(?:amp|lt|gt);/g, (entity) => ENTITIES[entity] ?? entity);
}
