import { ConnectorError, type ReplySender, type ReplyTarget } from '@app/connector-kit';
import { callGraph } from '@app/graph-api';
import { z } from 'zod';
import type { InstagramSettings } from './instagram.settings.js';

const DAY_MS = 86_400_000;
/** Free answers to direct messages. */
const WINDOW_MS = DAY_MS;
/** Typed by a human: `HUMAN_AGENT`; also the time for the one private answer to a comment. */
const HUMAN_WINDOW_MS = 7 * DAY_MS;

const idSchema = z.looseObject({ id: z.string().min(1) });
const sentSchema = z.looseObject({ message_id: z.string().min(1) });
const OVER = {
  id: 'Lebih dari 7 hari sejak warga menulis: Instagram tidak menerima balasan lagi.',
  en: 'More than 7 days since the citizen wrote: Instagram takes no answer any more.',
};

export const instagramReplies: ReplySender<InstagramSettings> = {
  // Direct messages are limited to 1,000 bytes.
  maxTextLength: 1000,
  lengthUnit: 'utf8',
  countLength: (text) => Buffer.byteLength(text),
  isIdempotent: false,

  availability(target, now) {
    const until = humanWindowEnd(target);
    if (target.conversation.kind === 'private') {
      return now < until ? { isAllowed: true, isPublic: false, until } : { isAllowed: false, reason: OVER };
    }
    return { isAllowed: true, isPublic: true, modes: now < until ? ['public', 'private'] : ['public'] };
  },

  async send(reply, context) {
    const { conversation, inReplyTo, recipient, text } = reply;
    const isComment = conversation.kind !== 'private';
    if (isComment && reply.mode !== 'private') {
      const { id } = await callGraph(
        context,
        {
          method: 'POST',
          path: `${inReplyTo.externalId}/replies`,
          operation: 'send',
          body: { message: text },
        },
        idSchema,
      );
      return { externalId: id, status: 'sent' };
    }
    const now = context.now();
    if (now >= humanWindowEnd(reply)) throw new ConnectorError('reply-refused', OVER.en);
    const isFree = isComment || now.getTime() < inReplyTo.sentAt.getTime() + WINDOW_MS;
    const body = {
      recipient: isComment ? { comment_id: inReplyTo.externalId } : { id: recipient.externalId },
      ...(isFree ? {} : { messaging_type: 'MESSAGE_TAG', tag: 'HUMAN_AGENT' }),
      message: { text },
    };
    const path = `${context.settings.pageId}/messages`;
    const request = { method: 'POST', path, operation: 'send', body } as const;
    return { externalId: (await callGraph(context, request, sentSchema)).message_id, status: 'sent' };
  },
};

function humanWindowEnd({ inReplyTo }: ReplyTarget): Date {
  return new Date(inReplyTo.sentAt.getTime() + HUMAN_WINDOW_MS);
}
