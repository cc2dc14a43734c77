import { z } from 'zod';

const text = z.string().optional().catch(undefined);
export const referenceSchema = z.looseObject({ uri: z.string().min(1), cid: z.string().min(1) });

const imageSchema = z.looseObject({
  alt: text,
  image: z.looseObject({
    ref: z.looseObject({ $link: z.string() }),
    mimeType: text,
    size: z.number().optional(),
  }),
});

export const blueskyPostSchema = z.looseObject({
  text: z.string(),
  createdAt: text,
  reply: z.looseObject({ root: referenceSchema, parent: referenceSchema }).optional().catch(undefined),
  embed: z
    .looseObject({ $type: z.string(), images: z.array(imageSchema).optional() })
    .optional()
    .catch(undefined),
});

/** A notification of app.bsky.notification.listNotifications, as far as it is read. */
export const blueskyNotificationSchema = z.looseObject({
  uri: z.string().min(1),
  author: z.looseObject({ did: z.string().min(1), handle: z.string(), displayName: text }),
  reason: z.string(),
  indexedAt: z.string(),
  record: z.looseObject({ $type: text }),
});
export type BlueskyNotification = z.infer<typeof blueskyNotificationSchema>;

/** All that is needed to file one; whether the rest can be read is `normalise`'s question. */
export const filedNotificationSchema = z.looseObject({
  uri: z.string().min(1),
  indexedAt: z.iso.datetime({ offset: true }),
  record: z
    .looseObject({ reply: z.looseObject({ root: z.looseObject({ uri: z.string() }) }).optional() })
    .optional()
    .catch(undefined),
});

export const blueskyDeletionSchema = z.object({ uri: z.string().min(1) });
