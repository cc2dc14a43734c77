import {
  ConnectorError,
  type OutboundReply,
  type ReplyAvailability,
  type ReplySender,
  type ReplyTarget,
  type SentReply,
} from '@app/connector-kit';
import { z } from 'zod';
import { permalinkOf } from './bluesky.addresses.js';
import { notBluesky } from './bluesky.errors.js';
import { linkFacets } from './bluesky.facets.js';
import { blueskyPostSchema, referenceSchema } from './bluesky.payload.js';
import { recordKey } from './bluesky.record-key.js';
import type { BlueskyContext, BlueskySessions } from './bluesky.sessions.js';
import type { BlueskySettings } from './bluesky.settings.js';

const postsSchema = z.looseObject({
  posts: z.array(referenceSchema.extend({ record: blueskyPostSchema })),
});

/** Answers in the thread of the citizen's post. */
export class BlueskyReplies implements ReplySender<BlueskySettings> {
  /** Bluesky counts what a reader takes for one character, which is never more than these units. */
  readonly maxTextLength = 300;
  readonly lengthUnit = 'utf16';
  readonly isIdempotent = true;

  constructor(private readonly sessions: BlueskySessions) {}

  countLength(text: string): number {
    return text.length;
  }

  availability({ inReplyTo }: ReplyTarget): ReplyAvailability {
    if (inReplyTo.externalId.startsWith('at://')) return { isAllowed: true, isPublic: true };
    return {
      isAllowed: false,
      reason: { id: 'Bukan percakapan Bluesky', en: 'Not a conversation on Bluesky' },
    };
  }

  async send(reply: OutboundReply, context: BlueskyContext): Promise<SentReply> {
    const thread = await this.threadOf(reply.inReplyTo.externalId, context);
    const facets = linkFacets(reply.text);
    const { did } = thread.session;
    const { body } = await this.sessions.call(context, {
      method: 'POST',
      name: 'com.atproto.repo.putRecord',
      body: {
        repo: did,
        collection: 'app.bsky.feed.post',
        rkey: recordKey(reply.idempotencyKey, reply.inReplyTo.sentAt),
        record: {
          $type: 'app.bsky.feed.post',
          text: reply.text,
          createdAt: context.now().toISOString(),
          langs: ['id'],
          reply: { root: thread.root, parent: thread.parent },
          ...(facets.length > 0 && { facets }),
        },
      },
    });
    const created = referenceSchema.safeParse(body);
    if (!created.success) throw notBluesky();
    const permalink = permalinkOf(created.data.uri);
    return { externalId: created.data.uri, status: 'sent', ...(permalink && { permalink }) };
  }

  /** An answer names the version of the post it answers and of the one that opened the thread. */
  private async threadOf(uri: string, context: BlueskyContext) {
    const query = new URLSearchParams({ uris: uri });
    const { body, session } = await this.sessions.call(context, {
      method: 'GET',
      name: `app.bsky.feed.getPosts?${query}`,
    });
    const answer = postsSchema.safeParse(body);
    if (!answer.success) throw notBluesky();
    const [post] = answer.data.posts;
    if (!post) throw new ConnectorError('reply-refused', 'The citizen’s post is gone');
    const parent = { uri: post.uri, cid: post.cid };
    const root = post.record.reply?.root ?? parent;
    return { session, parent, root: { uri: root.uri, cid: root.cid } };
  }
}
