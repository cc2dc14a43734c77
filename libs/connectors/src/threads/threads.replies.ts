import type { ReplySender } from '@app/connector-kit';
import { callGraph, listGraph, type GraphErrorRow } from '@app/graph-api';
import { z } from 'zod';
import type { ThreadsSettings } from './threads.settings.js';

const idSchema = z.looseObject({ id: z.string().min(1) });
const ownReplySchema = z.looseObject({
  id: z.string(),
  text: z.string().nullish(),
  timestamp: z.string(),
  permalink: z.string().nullish(),
  replied_to: idSchema.nullish(),
});
/** Clocks of two houses. */
const CLOCK_SKEW_MS = 60_000;
/** The draft is not ready, or no longer there: nothing was published. */
const DRAFT_ERRORS: readonly GraphErrorRow[] = [
  { codes: [24, 9007], as: 'transient', says: 'Threads had not finished the answer’s draft' },
];

/** A draft first, which nobody sees and may be made again; then its publication. */
export const threadsReplies: ReplySender<ThreadsSettings> = {
  /** Threads counts characters, and an emoji by its bytes: bytes are never too few. */
  maxTextLength: 500,
  lengthUnit: 'utf8',
  countLength: (text) => Buffer.byteLength(text),
  isIdempotent: false,
  availability: () => ({ isAllowed: true, isPublic: true }),

  async send({ inReplyTo, text }, context) {
    const draft = { media_type: 'TEXT', text, reply_to_id: inReplyTo.externalId };
    const post = { method: 'POST', hasProof: false } as const;
    const { id } = await callGraph(context, { ...post, path: 'me/threads', body: draft }, idSchema);
    const publication = {
      ...post,
      path: 'me/threads_publish',
      body: { creation_id: id },
      operation: 'send',
      errors: DRAFT_ERRORS,
    } as const;
    return { externalId: (await callGraph(context, publication, idSchema)).id, status: 'sent' };
  },

  async check({ inReplyTo, text, attemptedAt }, context) {
    const query = {
      fields: 'id,text,timestamp,permalink,replied_to',
      since: String(Math.floor((attemptedAt.getTime() - CLOCK_SKEW_MS) / 1000)),
    };
    const own = await listGraph(context, { path: 'me/replies', query, hasProof: false }, ownReplySchema);
    const found = own.find(
      (reply) => reply.replied_to?.id === inReplyTo.externalId && reply.text?.trim() === text.trim(),
    );
    if (!found) return 'not-sent';
    const { id: externalId, permalink } = found;
    return { externalId, status: 'sent', ...(permalink ? { permalink } : {}) };
  },
};
