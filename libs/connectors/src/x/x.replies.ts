import {
  ConnectorError,
  type ConnectorContext,
  type OutboundReply,
  type ReplyAvailability,
  type ReplySender,
  type ReplyTarget,
  type SentReply,
  type TextLimit,
} from '@app/connector-kit';
import { charge, postItem, postPriceRupiah, type XPricedItem } from './x.budget.js';
import { messageExternalId, placeOf, type XPlace } from './x.conversation.js';
import { findSentMessage, findSentPost } from './x.find-sent.js';
import { createMessage, createReply } from './x.requests.js';
import type { XSettings } from './x.settings.js';
import { X_MAX_TEXT_LENGTH, xTextLength } from './x.text-length.js';

type Context = ConnectorContext<XSettings>;

const SHOWN_WITHIN_MS = 2 * 60_000;

/** Of direct messages, which are not weighed. https://docs.x.com/x-api/direct-messages/manage */
const X_MESSAGE_LIMIT: TextLimit = {
  maxTextLength: 10_000,
  lengthUnit: 'utf16',
  countLength: (text) => text.length,
};

/** Answers under the citizen's post, or as direct messages. */
export class XReplies implements ReplySender<XSettings> {
  readonly maxTextLength = X_MAX_TEXT_LENGTH;
  readonly lengthUnit = 'weighted';
  readonly privateLimit = X_MESSAGE_LIMIT;
  /** X refuses the same text for a while, but not for ever and not for a reworded one. */
  readonly isIdempotent = false;

  countLength(text: string): number {
    return xTextLength(text);
  }

  /** As for a post: a direct message costs no more. */
  cost(text: string, settings: XSettings): { parts: number; rupiah: number } {
    return { parts: 1, rupiah: postPriceRupiah(text, settings) };
  }

  /** An app may answer a post only if its author mentioned us or quoted us; a direct message is always possible. */
  availability({ conversation, inReplyTo }: ReplyTarget): ReplyAvailability {
    const place = placeOf(conversation.externalId);
    switch (place?.kind) {
      case 'thread':
        return { isAllowed: true, isPublic: true, modes: ['public', 'private'] };
      case 'person':
      case 'group':
        return { isAllowed: true, isPublic: false };
      case 'found':
        return { ...NOT_ADDRESSED, handOffUrl: `https://x.com/i/status/${inReplyTo.externalId}` };
      case 'encrypted':
        return { ...ENCRYPTED, handOffUrl: 'https://x.com/i/chat' };
      case undefined:
        return { isAllowed: false, reason: { id: 'Bukan percakapan X.', en: 'Not a conversation on X.' } };
    }
  }

  /** Looks for the answer on X: a post of ours under the citizen's, or a message of ours with the same text. */
  async check(
    reply: OutboundReply & { readonly attemptedAt: Date },
    context: Context,
  ): Promise<SentReply | 'not-sent' | 'unknown'> {
    const place = placeOf(reply.conversation.externalId);
    if (!place) return 'unknown';
    const found = messagePath(place, reply)
      ? await findSentMessage(reply, context)
      : await findSentPost(reply, context);
    if (found) return found;
    // X shows a post to its reader a little later than to its writer.
    const age = context.now().getTime() - reply.attemptedAt.getTime();
    return age < SHOWN_WITHIN_MS ? 'unknown' : 'not-sent';
  }

  async send(reply: OutboundReply, context: Context): Promise<SentReply> {
    const place = placeOf(reply.conversation.externalId);
    const path = place && messagePath(place, reply);
    ensureFits(reply.text, path ? this.privateLimit : this);
    if (path) {
      const id = await booked('dm-create', context, () => createMessage(context, path, reply.text));
      return { externalId: messageExternalId(id), status: 'sent' };
    }
    if (place?.kind !== 'thread') {
      throw new ConnectorError(
        'reply-refused',
        'X lets no app answer in this conversation: answer on x.com by hand',
      );
    }
    const id = await booked(postItem(reply.text), context, () =>
      createReply(context, reply.text, reply.inReplyTo.externalId),
    );
    return { externalId: id, status: 'sent', permalink: `https://x.com/i/status/${id}` };
  }
}

const NOT_ADDRESSED = {
  isAllowed: false,
  reason: {
    id: 'Kiriman ini tidak menyebut akun kita; X tidak mengizinkan aplikasi menjawabnya. Jawab langsung di x.com.',
    en: 'This post does not mention our account, and X lets no app answer it. Answer on x.com itself.',
  },
} as const;

const ENCRYPTED = {
  isAllowed: false,
  reason: {
    id: 'Pesan terenkripsi XChat hanya dapat dibaca dan dijawab di aplikasi X.',
    en: 'Encrypted XChat messages can only be read and answered in the X app.',
  },
} as const;

/** @throws ConnectorError before anything is sent */
function ensureFits(text: string, { maxTextLength, countLength }: TextLimit): void {
  const length = countLength(text);
  if (length <= maxTextLength) return;
  throw new ConnectorError(
    'reply-refused',
    `The reply has ${length} characters as X counts them; ${maxTextLength} are allowed. Shorten it`,
  );
}

/** Where a direct message goes, behind `dm_conversations/`; undefined when the answer is a post. */
function messagePath(place: XPlace, { mode, recipient }: OutboundReply): string | undefined {
  if (place.kind === 'person') return `with/${place.id}`;
  if (place.kind === 'group') return place.id;
  return place.kind === 'thread' && mode === 'private' ? `with/${recipient.externalId}` : undefined;
}

/** Posts and books it; where X may have it although the answer was lost, it may be on the bill. */
async function booked(item: XPricedItem, context: Context, post: () => Promise<string>): Promise<string> {
  // It is out: a meter that fails must not make it look unsent, or somebody sends it twice.
  const book = () => charge(context, item, 1).catch(() => undefined);
  try {
    const id = await post();
    await book();
    return id;
  } catch (error) {
    if (error instanceof ConnectorError && error.code === 'outcome-unknown') await book();
    throw error;
  }
}
