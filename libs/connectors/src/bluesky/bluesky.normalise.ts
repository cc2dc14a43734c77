import { ConnectorError, type RawEvent } from '@app/connector-kit';
import type { InboundAttachment, NormalisedEvent } from '@app/report-model';
import type { z } from 'zod';
import { permalinkOf } from './bluesky.addresses.js';
import { blueskyDeletionSchema, blueskyNotificationSchema, blueskyPostSchema } from './bluesky.payload.js';

/** See `Connector.normalise`. Posts of Bluesky cannot be edited. */
export function normaliseBlueskyEvent(event: RawEvent): NormalisedEvent {
  if (event.kind === 'deletion') {
    const { uri } = read(blueskyDeletionSchema, event.payload);
    return { kind: 'deletion', messageExternalId: uri, deletedAt: event.receivedAt.toISOString() };
  }
  if (event.kind !== 'notification') {
    throw new ConnectorError('payload-unrecognised', `Unknown kind of event: ${event.kind}`);
  }
  const { uri, author, reason, indexedAt, record } = read(blueskyNotificationSchema, event.payload);
  if (record.$type !== 'app.bsky.feed.post') {
    return { kind: 'ignored', reason: `notification of ${reason} holds no post` };
  }
  const post = read(blueskyPostSchema, record);
  const permalink = permalinkOf(uri);
  return {
    kind: 'message',
    message: {
      externalId: uri,
      conversation: { externalId: post.reply?.root.uri ?? uri, kind: 'public' },
      author: {
        externalId: author.did,
        ...(author.displayName && { displayName: author.displayName }),
        handle: author.handle,
      },
      sentAt: (timeOf(post.createdAt) ?? timeOf(indexedAt) ?? event.receivedAt).toISOString(),
      text: post.text,
      ...(post.reply && { replyToExternalId: post.reply.parent.uri }),
      attachments: attachmentsOf(post, author.did),
      ...(permalink && { permalink }),
    },
  };
}

/** Pictures lie in the author's repository; the public image server shows them by their hash. */
function attachmentsOf({ embed }: z.infer<typeof blueskyPostSchema>, did: string): InboundAttachment[] {
  if (!embed) return [];
  if (embed.$type === 'app.bsky.embed.images') {
    return (embed.images ?? []).map(({ alt, image }) => ({
      kind: 'image',
      externalId: image.ref.$link,
      url: `https://cdn.bsky.app/img/feed_fullsize/plain/${did}/${image.ref.$link}`,
      ...(alt && { description: alt }),
    }));
  }
  if (embed.$type === 'app.bsky.embed.video') return [{ kind: 'video', description: 'Video' }];
  // A quoted post or the card of a link: the text says what it is about, the permalink shows it.
  return [];
}

function timeOf(text: string | undefined): Date | undefined {
  const time = new Date(text ?? Number.NaN);
  return Number.isNaN(time.getTime()) ? undefined : time;
}

/** Names the members that are wrong, never their values: reasons are shown and logged. */
function read<Schema extends z.ZodType>(schema: Schema, payload: unknown): z.infer<Schema> {
  const parsed = schema.safeParse(payload);
  if (parsed.success) return parsed.data;
  const where = parsed.error.issues.map((issue) => issue.path.join('.')).join(', ');
  throw new ConnectorError(
    'payload-unrecognised',
    `This post of Bluesky cannot be read; unexpected: ${where}`,
  );
}
