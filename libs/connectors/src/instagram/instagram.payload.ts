import { graphElementSchema } from '@app/graph-api';
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
export type InstagramMention = z.infer<typeof mentionSchema>;

/** What Instagram says of a mention when it is asked: a comment has `text`, a post `caption`. */
export const mentionDetailsSchema = z.looseObject({
  text: z.string().nullish(),
  caption: z.string().nullish(),
  timestamp: z.string().nullish(),
  username: z.string().nullish(),
  permalink: z.string().nullish(),
});

/** What one raw event of kind `mention-details` holds: the mention as it was delivered, and what it says. */
export const detailedMentionSchema = z.object({ element: graphElementSchema, details: mentionDetailsSchema });
