import { z } from 'zod';

const idSchema = z.union([z.string().min(1), z.number()]).transform(String);
const referenceSchema = z.looseObject({ id: idSchema, username: z.string().nullish() });

/**
 * A post or a reply, as a delivery tells it and as the API answers; each of them leaves parts out.
 * https://developers.facebook.com/docs/threads/reply-management
 */
export const postSchema = z.looseObject({
  id: idSchema,
  username: z.string().min(1).nullish(),
  text: z.string().nullish(),
  timestamp: z.string(),
  permalink: z.string().nullish(),
  media_type: z.string().nullish(),
  media_url: z.string().nullish(),
  gif_url: z.string().nullish(),
  is_reply: z.boolean().nullish(),
  is_reply_owned_by_me: z.boolean().nullish(),
  root_post: referenceSchema.nullish(),
  replied_to: referenceSchema.nullish(),
});
export type ThreadsPost = z.infer<typeof postSchema>;

/** A post of ours that we have deleted. */
export const deletedSchema = z.looseObject({ id: idSchema, deleted_at: z.string() });

/** What Wadah asks for of each post. */
export const POST_FIELDS = [
  'id',
  'username',
  'text',
  'timestamp',
  'permalink',
  'media_type',
  'media_url',
  'gif_url',
  'is_reply',
  'is_reply_owned_by_me',
  'root_post',
  'replied_to',
].join(',');

/** One change; not the envelope that Pages have. https://developers.facebook.com/docs/threads/webhooks */
export const deliverySchema = z.looseObject({
  target_id: idSchema.optional(),
  values: z.union([z.unknown().transform((value) => [value]), z.array(z.unknown())]),
});
export const changeSchema = z.looseObject({
  field: z.string().min(1),
  value: z.looseObject({ id: idSchema }),
});

/** What one raw event holds. */
export const filedSchema = z.object({ value: z.unknown() });
