import { z } from 'zod';

export const STARS = ['ONE', 'TWO', 'THREE', 'FOUR', 'FIVE'] as const;

const replySchema = z.looseObject({ comment: z.string(), updateTime: z.string() });

/** https://developers.google.com/my-business/reference/rest/v4/accounts.locations.reviews */
export const reviewSchema = z.looseObject({
  name: z.string().min(1),
  reviewer: z
    .looseObject({ displayName: z.string().optional(), isAnonymous: z.boolean().optional() })
    .optional()
    .catch(undefined),
  starRating: z.enum(STARS).or(z.literal('STAR_RATING_UNSPECIFIED')),
  /** Absent: only stars were given. */
  comment: z.string().optional(),
  createTime: z.string(),
  updateTime: z.string(),
  reviewReply: replySchema.optional().catch(undefined),
});
export type Review = z.infer<typeof reviewSchema>;

/** Enough to file a review; whether it can be read is `normalise`'s question. */
export const filedReviewSchema = z.looseObject({
  name: z.string().min(1),
  updateTime: z.string(),
  reviewReply: replySchema.optional().catch(undefined),
});
export type FiledReview = z.infer<typeof filedReviewSchema>;

/** Without reviews Google leaves the list out. */
export const reviewPageSchema = z
  .looseObject({
    reviews: z.array(z.unknown()).optional(),
    totalReviewCount: z.number().optional(),
    nextPageToken: z.string().optional(),
  })
  .refine(
    (page) => page.reviews !== undefined || Object.keys(page).length === 0 || page.totalReviewCount === 0,
  );

/** What one raw event holds, of kind `review` as of kind `reply`. */
export const reviewEventSchema = z.object({ review: reviewSchema });
