import { z } from 'zod';

const idSchema = z.union([z.string().min(1), z.number()]).transform(String);
const addressSchema = z.string().nullish();

/** The value of a change to the fields `feed`, `mention` and `ratings`, in the shapes of Graph API 2.5 to 25. */
export const feedValueSchema = z.looseObject({
  item: z.string().optional(),
  verb: z.string().optional(),
  from: z.looseObject({ id: idSchema, name: z.string().optional() }).nullish(),
  sender_id: idSchema.nullish(),
  sender_name: z.string().nullish(),
  reviewer_id: idSchema.nullish(),
  reviewer_name: z.string().nullish(),
  comment_id: idSchema.nullish(),
  post_id: idSchema.nullish(),
  parent_id: idSchema.nullish(),
  open_graph_story_id: idSchema.nullish(),
  message: z.string().nullish(),
  review_text: z.string().nullish(),
  recommendation_type: z.string().nullish(),
  rating: z.number().nullish(),
  reaction_type: z.string().nullish(),
  /** Epoch seconds. */
  created_time: z.coerce.number().nullish(),
  link: addressSchema,
  photo: addressSchema,
  photos: z.array(z.string()).nullish(),
  video: addressSchema,
});
export type FeedValue = z.infer<typeof feedValueSchema>;

/** What a post or a rating is stored under. */
export function targetOf(value: FeedValue): string | undefined {
  return value.comment_id ?? value.post_id ?? value.open_graph_story_id ?? undefined;
}

/** The post under which it stands: the public conversation. */
export function threadOf(value: FeedValue): string | undefined {
  return value.post_id ?? value.open_graph_story_id ?? value.comment_id ?? undefined;
}
