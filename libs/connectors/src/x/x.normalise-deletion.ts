import type { NormalisedEvent } from '@app/report-model';
import { z } from 'zod';
import { readPayload } from './x.read-payload.js';

/** What one raw event of kind `deletion` holds, whichever way X told of it. */
export const xDeletionSchema = z.object({
  /** Of the post's first version. */
  postId: z.string().regex(/^\d{1,20}$/),
  /** ISO 8601; where X gives no time, when we noticed. */
  deletedAt: z.iso.datetime().optional(),
});

export function normaliseDeletion(payload: unknown, receivedAt: Date): NormalisedEvent {
  const { postId, deletedAt } = readPayload(xDeletionSchema, payload, 'This deletion from X');
  return {
    kind: 'deletion',
    messageExternalId: postId,
    deletedAt: deletedAt ?? receivedAt.toISOString(),
  };
}
