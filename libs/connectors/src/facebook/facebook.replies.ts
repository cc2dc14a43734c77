import type { ReplySender } from '@app/connector-kit';
import { callGraph, pageReplyAvailability, sendPageMessage, type PageReplyRules } from '@app/graph-api';
import { z } from 'zod';
import type { FacebookSettings } from './facebook.settings.js';

const RULES: PageReplyRules = { inbox: 'Messenger', freeType: 'RESPONSE' };
const idSchema = z.looseObject({ id: z.string().min(1) });

export const facebookReplies: ReplySender<FacebookSettings> = {
  maxTextLength: 2000,
  lengthUnit: 'utf16',
  countLength: (text) => text.length,
  isIdempotent: false,

  availability: (target, now) => pageReplyAvailability(RULES, target, now),

  async send(reply, context) {
    if (reply.conversation.kind === 'private' || reply.mode === 'private') {
      return sendPageMessage(RULES, reply, context, context.settings.pageId);
    }
    const request = {
      method: 'POST',
      path: `${reply.inReplyTo.externalId}/comments`,
      operation: 'send',
      body: { message: reply.text },
    } as const;
    const { id } = await callGraph(context, request, idSchema);
    return { externalId: id, status: 'sent', permalink: `https://www.facebook.com/${id}` };
  },
};
