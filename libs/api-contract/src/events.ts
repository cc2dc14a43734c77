import { z } from 'zod';

/**
 * One line of the change feed (`GET /api/v1/events`, server-sent events). `id` of the event is the feed position:
 * sent back as `Last-Event-ID`, nothing is missed. An event `reset` means the position is too old: load afresh.
 */
export const changeSchema = z
  .object({
    /** `user`: something for the person who listens. */
    topic: z.enum(['report', 'connection', 'settings', 'user', 'model']),
    entityId: z.string(),
    /** e.g. `created`, `message-received`, `class-corrected`, `reply-sent`, `health-changed`. */
    kind: z.string(),
  })
  .meta({ id: 'Change' });
export type Change = z.infer<typeof changeSchema>;
