import { z } from 'zod';

const idSchema = z.union([z.string().min(1), z.number()]).transform(String);

/** The value of a change to `comments` or `live_comments`; older deliveries leave `from` and `media` out. */
export const commentSchema = z.looseObject({
  id: idSchema,
  parent_id: idSchema.nullish(),
  text: z.string().nullish(),
  from: z
    .looseObject({
      id: idSchema,
      username: z.string().nullish(),
      /** Only with a comment of our own. */
      self_ig_scoped_id: idSchema.nullish(),
    })
    .nullish(),
  media: z.looseObject({ id: idSchema }).nullish(),
});
export type InstagramComment = z.infer<typeof commentSchema>;

/** A mention gives ids only: in a comment when `comment_id` is there, in a caption otherwise. */
export const mentionSchema = z.looseObject({ media_id: idSchema, comment_id: idSchema.nullish() });
