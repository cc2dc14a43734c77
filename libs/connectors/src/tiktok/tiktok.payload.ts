import { z } from 'zod';

const userSchema = z.looseObject({ id: z.string().min(1) });

/** https://business-api.tiktok.com/portal/docs?id=1832190670631937; `content` is JSON in a text. */
export const deliverySchema = z.looseObject({
  event: z.string().min(1),
  /** The business account that the event is of. */
  user_openid: z.string().min(1),
  content: z.string(),
});

/** Enough to file an event; whether it can be read is `normalise`'s question. */
export const contentSchema = z.looseObject({
  message_id: z.string().min(1).optional(),
  conversation_id: z.string().min(1).optional(),
});

export const messageSchema = z.looseObject({
  type: z.string(),
  message_id: z.string().min(1),
  /** Milliseconds. */
  timestamp: z.number(),
  conversation_id: z.string().min(1),
  /** The name that the person goes by. */
  from: z.string().optional(),
  from_user: userSchema,
  text: z.looseObject({ body: z.string() }).optional(),
  image: z.looseObject({ media_id: z.string().min(1) }).optional(),
  share_post: z.looseObject({ embed_url: z.string() }).optional(),
  referenced_message_info: z.looseObject({ referenced_message_id: z.string().min(1) }).optional(),
});
export type TiktokMessage = z.infer<typeof messageSchema>;

export const readSchema = z.looseObject({
  conversation_id: z.string().min(1),
  from_user: userSchema,
  /** Milliseconds. */
  read: z.looseObject({ last_read_timestamp: z.coerce.number() }),
});

/** What one raw event holds. */
export const filedSchema = z.object({ businessId: z.string(), content: z.unknown() });
