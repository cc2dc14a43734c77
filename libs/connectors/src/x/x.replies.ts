import {
  ConnectorError,
  type ConnectorContext,
  type OutboundReply,
  type ReplyAvailability,
  type ReplySender,
  type ReplyTarget,
  type SentReply,
} from '@app/connector-kit';
import { charge, postItem } from './x.budget.js';
import { createReply } from './x.requests.js';
import type { XSettings } from './x.settings.js';
import { X_MAX_TEXT_LENGTH, xTextLength } from './x.text-length.js';

/** Public answers under the citizen's post. */
export class XReplies implements ReplySender<XSettings> {
  readonly maxTextLength = X_MAX_TEXT_LENGTH;
  readonly lengthUnit = 'weighted';
  /** X refuses the same text for a while, but not for ever and not for a reworded one. */
  readonly isIdempotent = false;

  countLength(text: string): number {
    return xTextLength(text);
  }

  /** An app may answer a post only if its author mentioned us; every conversation here began with that. */
  availability({ conversation }: ReplyTarget): ReplyAvailability {
    if (conversation.kind === 'public') return { isAllowed: true, isPublic: true };
    return {
      isAllowed: false,
      reason: {
        id: 'Hanya kiriman publik yang menyebut akun ini yang dapat dibalas dari sini.',
        en: 'Only public posts that mention this account can be answered from here.',
      },
    };
  }

  async send(reply: OutboundReply, context: ConnectorContext<XSettings>): Promise<SentReply> {
    const length = xTextLength(reply.text);
    if (length > X_MAX_TEXT_LENGTH) {
      throw new ConnectorError(
        'reply-refused',
        `The reply has ${length} characters as X counts them; ${X_MAX_TEXT_LENGTH} are allowed. Shorten it`,
      );
    }
    try {
      const externalId = await createReply(context, reply.text, reply.inReplyTo.externalId);
      await bookPost(reply.text, context);
      return { externalId, status: 'sent', permalink: `https://x.com/i/status/${externalId}` };
    } catch (error) {
      // It may be there, so it may be on the bill.
      if (error instanceof ConnectorError && error.code === 'outcome-unknown')
        await bookPost(reply.text, context);
      throw error;
    }
  }
}

/** The post is out: a meter that fails must not make it look unsent, or somebody sends it twice. */
async function bookPost(text: string, context: ConnectorContext<XSettings>): Promise<void> {
  await charge(context, postItem(text), 1).catch(() => undefined);
}
