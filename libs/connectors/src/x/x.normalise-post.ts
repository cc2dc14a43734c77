import type { InboundMessage, NormalisedEvent } from '@app/report-model';
import { xAttachments } from './x.attachments.js';
import { postConversation } from './x.conversation.js';
import { modernPost, xLegacyPostSchema } from './x.legacy-post.js';
import { xLocation } from './x.location.js';
import { xPostEventSchema, type XPost, type XPostEvent } from './x.payload.js';
import { readPayload } from './x.read-payload.js';
import { snowflakeTime } from './x.snowflake.js';
import { unescapeText } from './x.text.js';

/** One post as a message, an edit of one, an answer that we gave on X itself, or nothing for us. */
export function normalisePost(payload: unknown, receivedAt: Date): NormalisedEvent {
  const legacy = xLegacyPostSchema.safeParse(payload);
  const event = readPayload(
    xPostEventSchema,
    legacy.success ? modernPost(legacy.data) : payload,
    'This post from X',
  );
  const { post, ourUserId } = event;
  if (references(post).some(({ type }) => type === 'retweeted' || type === 'reposted')) {
    return { kind: 'ignored', reason: 'repost of somebody else’s post' };
  }
  const message = toMessage(event, receivedAt);
  if (post.author_id === ourUserId) {
    // Only an answer belongs to a report; what we publish of our own accord does not.
    const isAnswer = message.replyToExternalId !== undefined && message.externalId === post.id;
    return isAnswer
      ? { kind: 'message', message: { ...message, author: { ...message.author, isOurs: true } } }
      : { kind: 'ignored', reason: 'own post' };
  }
  if (message.externalId === post.id) return { kind: 'message', message };
  return {
    kind: 'edit',
    messageExternalId: message.externalId,
    editedAt: (snowflakeTime(post.id) ?? createdAt(post) ?? receivedAt).toISOString(),
    text: message.text,
    attachments: message.attachments,
    message,
  };
}

function toMessage(event: XPostEvent, receivedAt: Date): InboundMessage {
  const { post, author, media, place } = event;
  const externalId = firstVersionId(post);
  const repliedTo =
    references(post).find(({ type }) => type === 'replied_to')?.id ?? post.in_reply_to_tweet_id;
  const location = xLocation(post, place);
  return {
    externalId,
    conversation: postConversation(event, externalId),
    author: {
      externalId: post.author_id,
      ...(author?.name && { displayName: author.name }),
      ...(author?.username && { handle: author.username }),
    },
    sentAt: sentAt(post, externalId, receivedAt).toISOString(),
    text: unescapeText(post.note_tweet?.text ?? post.note_post?.text ?? post.text),
    ...(repliedTo && { replyToExternalId: repliedTo }),
    attachments: xAttachments(post, media),
    ...(location && { location }),
    permalink: `https://x.com/${author?.username ?? 'i'}/status/${post.id}`,
  };
}

/** Every edit gets a new id; the first of the history stays the same. */
export function firstVersionId(
  post: Pick<XPost, 'id' | 'edit_history_tweet_ids' | 'edit_history_post_ids'>,
): string {
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
