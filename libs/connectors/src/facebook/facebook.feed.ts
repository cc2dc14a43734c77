import { ConnectorError } from '@app/connector-kit';
import { isoOf, type GraphElement } from '@app/graph-api';
import type { InboundAttachment, InboundAuthor, InboundMessage, NormalisedEvent } from '@app/report-model';
import { z } from 'zod';
import { feedValueSchema, targetOf, threadOf, type FeedValue } from './facebook.payload.js';

const REACTIONS: Readonly<Record<string, string>> = {
  like: '👍',
  love: '❤️',
  care: '🤗',
  haha: '😆',
  wow: '😮',
  sad: '😢',
  angry: '😡',
};
const POSTS = new Set([
  'post',
  'status',
  'photo',
  'video',
  'share',
  'link',
  'note',
  'album',
  'rating',
  'event',
]);

/** A change to the Page's posts, comments, mentions or recommendations. Pure. */
export function readFeedChange(element: GraphElement): NormalisedEvent {
  const read = feedValueSchema.safeParse(element.value);
  if (!read.success) throw unrecognised(`${element.field}: ${z.prettifyError(read.error)}`);
  const value = read.data;
  const { item = '', verb = '' } = value;
  const target = targetOf(value);
  if (item === 'reaction' || item === 'like') return reactionOf(element, value, target);
  if (item !== 'comment' && !POSTS.has(item)) {
    throw unrecognised(`${element.field}: a change to "${item}" is not known`);
  }
  if (!target) return { kind: 'ignored', reason: `${item} ${verb} without an id` };
  switch (verb) {
    case 'add':
      return added(element, value, target);
    case 'edit':
    case 'edited':
      return edited(element, value, target);
    case 'remove':
      return { kind: 'deletion', messageExternalId: target, deletedAt: isoOf(element.entryTime) };
    case 'hide':
    case 'unhide':
    case 'block':
    case 'unblock':
      return { kind: 'ignored', reason: `${item} ${verb === 'hide' ? 'hidden' : verb} on the Page` };
    default:
      throw unrecognised(`${element.field}: "${item}" cannot be "${verb}"`);
  }
}

function added(element: GraphElement, value: FeedValue, target: string): NormalisedEvent {
  const message = messageOf(element, value, target);
  if (message.author.isOurs && value.item !== 'comment') {
    return { kind: 'ignored', reason: 'a post of the Page itself' };
  }
  if (element.field === 'ratings' && message.text === '') {
    return { kind: 'ignored', reason: `${value.item} on a recommendation, without words` };
  }
  return { kind: 'message', message };
}

function edited(element: GraphElement, value: FeedValue, target: string): NormalisedEvent {
  const message = messageOf(element, value, target);
  if (message.author.isOurs && value.item !== 'comment') {
    return { kind: 'ignored', reason: 'a post of the Page itself, edited' };
  }
  if (typeof value.message !== 'string' && typeof value.review_text !== 'string') {
    return { kind: 'ignored', reason: `${value.item} edited, but Facebook does not say how` };
  }
  const { text, attachments } = message;
  return {
    kind: 'edit',
    messageExternalId: target,
    editedAt: isoOf(element.entryTime),
    text,
    attachments,
    message,
  };
}

function messageOf(element: GraphElement, value: FeedValue, target: string): InboundMessage {
  const thread = threadOf(value) ?? target;
  const isReply = value.parent_id && value.parent_id !== value.post_id && value.parent_id !== target;
  return {
    externalId: target,
    conversation: { externalId: thread, kind: 'public' },
    author: authorOf(element, value, target),
    sentAt: isoOf(value.created_time ?? element.entryTime),
    text: value.message ?? value.review_text ?? '',
    attachments: attachmentsOf(value),
    permalink: `https://www.facebook.com/${target}`,
    ...(isReply ? { replyToExternalId: value.parent_id ?? '' } : {}),
  };
}

/** Facebook does not always say who wrote: then each piece has a person of its own. */
function authorOf({ entryId }: GraphElement, value: FeedValue, target: string): InboundAuthor {
  const externalId = value.from?.id ?? value.sender_id ?? value.reviewer_id ?? undefined;
  if (externalId === undefined) return { externalId: `author-of:${target}`, isAnonymous: true };
  const displayName = value.from?.name ?? value.sender_name ?? value.reviewer_name ?? undefined;
  const isOurs = externalId === entryId;
  return { externalId, ...(displayName ? { displayName } : {}), ...(isOurs ? { isOurs } : {}) };
}

function attachmentsOf(value: FeedValue): InboundAttachment[] {
  const photos = [...(value.photos ?? []), value.photo, value.item === 'photo' ? value.link : undefined];
  const videos = [value.video, value.item === 'video' ? value.link : undefined];
  const of = (kind: 'image' | 'video', addresses: readonly (string | null | undefined)[]) =>
    [...new Set(addresses)].flatMap((url) => (url && URL.canParse(url) ? [{ kind, url }] : []));
  return [...of('image', photos), ...of('video', videos)];
}

function reactionOf(element: GraphElement, value: FeedValue, target: string | undefined): NormalisedEvent {
  if (!target) return { kind: 'ignored', reason: 'the Page itself was liked' };
  const isTaken = value.verb === 'remove';
  return {
    kind: 'reaction',
    messageExternalId: target,
    author: authorOf(element, value, target),
    emoji: isTaken ? '' : (REACTIONS[value.reaction_type ?? 'like'] ?? '👍'),
  };
}

function unrecognised(what: string): ConnectorError {
  return new ConnectorError('payload-unrecognised', what);
}
