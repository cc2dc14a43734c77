import { ConnectorError, type RawEvent } from '@app/connector-kit';
import type { InboundMessage, NormalisedEvent } from '@app/report-model';
import { replyId } from './google-business.events.js';
import { reviewEventSchema, STARS, type Review } from './google-business.payload.js';

/** See `Connector.normalise`. */
export function normaliseGoogleBusinessEvent(event: RawEvent): NormalisedEvent {
  const parsed = reviewEventSchema.safeParse(event.payload);
  if ((event.kind !== 'review' && event.kind !== 'reply') || !parsed.success) {
    const where = parsed.error?.issues.map((issue) => issue.path.join('.')).join(', ') ?? event.kind;
    throw new ConnectorError(
      'payload-unrecognised',
      `This review of Google cannot be read; unexpected: ${where}`,
    );
  }
  const { review } = parsed.data;
  return event.kind === 'reply' ? replyMeans(review) : reviewMeans(review);
}

function reviewMeans(review: Review): NormalisedEvent {
  const { name, reviewer, createTime, updateTime } = review;
  const isAnonymous = reviewer?.isAnonymous === true;
  const message: InboundMessage = {
    externalId: name,
    conversation: { externalId: name, kind: 'public' },
    author: {
      // Google tells no account: each review is its own person.
      externalId: `reviewer of ${name}`,
      ...(!isAnonymous && reviewer?.displayName && { displayName: reviewer.displayName }),
      ...(isAnonymous && { isAnonymous: true }),
    },
    sentAt: instant(createTime),
    text: textOf(review),
    attachments: [],
  };
  if (createTime === updateTime) return { kind: 'message', message };
  const { text, attachments } = message;
  return { kind: 'edit', messageExternalId: name, editedAt: instant(updateTime), text, attachments, message };
}

/** Written by us or in Google's own pages: an answer, never a report. */
function replyMeans({ name, reviewReply }: Review): NormalisedEvent {
  if (!reviewReply) return { kind: 'ignored', reason: 'the reply is gone' };
  return {
    kind: 'message',
    message: {
      externalId: replyId(name, reviewReply.updateTime),
      conversation: { externalId: name, kind: 'public' },
      author: { externalId: 'owner', isOurs: true },
      sentAt: instant(reviewReply.updateTime),
      text: reviewReply.comment,
      replyToExternalId: name,
      attachments: [],
    },
  };
}

function textOf({ starRating, comment = '' }: Review): string {
  const stars = STARS.findIndex((name) => name === starRating) + 1;
  const rating = stars === 0 ? '' : `${'★'.repeat(stars)}${'☆'.repeat(5 - stars)} (${stars}/5)`;
  return [rating, comment].filter((part) => part !== '').join('\n');
}

/** @throws ConnectorError when it is no time */
function instant(text: string): string {
  const time = new Date(text);
  if (!Number.isNaN(time.getTime())) return time.toISOString();
  throw new ConnectorError('payload-unrecognised', 'This review of Google has a time that is none');
}
