import { ConnectorError, type OutboundReply, type ReplySender, type ReplyTarget } from '@app/connector-kit';
import { callGraph, type GraphErrorRow } from '@app/graph-api';
import { z } from 'zod';
import type { FacebookSettings } from './facebook.settings.js';

const DAY_MS = 86_400_000;
/** Free answers in Messenger. */
const WINDOW_MS = DAY_MS;
/** Typed by a human: `HUMAN_AGENT`; also the time for the one private answer to a comment. */
const HUMAN_WINDOW_MS = 7 * DAY_MS;

const idSchema = z.looseObject({ id: z.string().min(1) });
const sentSchema = z.looseObject({ message_id: z.string().min(1) });
const ERRORS: readonly GraphErrorRow[] = [
  {
    codes: [10_900, 10_903],
    as: 'reply-refused',
    says: 'This comment has been answered privately already, or can no longer be',
  },
];
const OVER = {
  id: 'Lebih dari 7 hari sejak warga menulis: Messenger tidak menerima balasan lagi.',
  en: 'More than 7 days since the citizen wrote: Messenger takes no answer any more.',
};

export const facebookReplies: ReplySender<FacebookSettings> = {
  maxTextLength: 2000,
  lengthUnit: 'utf16',
  countLength: (text) => text.length,
  isIdempotent: false,

  availability(target, now) {
    const until = humanWindowEnd(target);
    if (target.conversation.kind === 'private') {
      return now < until ? { isAllowed: true, isPublic: false, until } : { isAllowed: false, reason: OVER };
    }
    return { isAllowed: true, isPublic: true, modes: now < until ? ['public', 'private'] : ['public'] };
  },

  async send(reply, context) {
    const { pageId } = context.settings;
    if (reply.conversation.kind !== 'private' && reply.mode !== 'private') {
      const { id } = await callGraph(
        context,
        {
          method: 'POST',
          path: `${reply.inReplyTo.externalId}/comments`,
          operation: 'send',
          body: { message: reply.text },
        },
        idSchema,
      );
      return { externalId: id, status: 'sent', permalink: `https://www.facebook.com/${id}` };
    }
    if (context.now() >= humanWindowEnd(reply)) throw new ConnectorError('reply-refused', OVER.en);
    const request = {
      method: 'POST',
      path: `${pageId}/messages`,
      operation: 'send',
      errors: ERRORS,
      body: { ...addressOf(reply, context.now()), message: { text: reply.text } },
    } as const;
    const { message_id: externalId } = await callGraph(context, request, sentSchema);
    return { externalId, status: 'sent' };
  },
};

function humanWindowEnd({ inReplyTo }: ReplyTarget): Date {
  return new Date(inReplyTo.sentAt.getTime() + HUMAN_WINDOW_MS);
}

function addressOf({ conversation, inReplyTo, recipient }: OutboundReply, now: Date) {
  if (conversation.kind !== 'private') return { recipient: { comment_id: inReplyTo.externalId } };
  const isFree = now.getTime() < inReplyTo.sentAt.getTime() + WINDOW_MS;
  return {
    recipient: { id: recipient.externalId },
    ...(isFree ? { messaging_type: 'RESPONSE' } : { messaging_type: 'MESSAGE_TAG', tag: 'HUMAN_AGENT' }),
  };
}
