import { z } from 'zod';

/** 64-bit and more: a string everywhere. */
const id = z.string().regex(/^\d{1,20}$/);
const optionalText = z.string().optional().catch(undefined);

/**
 * A post as X's API v2 gives it. X's 2026 specification renames `tweet` to `post` in field names while its servers
 * still send the old ones, so both are read. Only what makes a message is required; the rest may be odd or absent.
 */
export const xPostSchema = z.looseObject({
  id,
  text: z.string(),
  author_id: id,
  created_at: optionalText,
  conversation_id: id.optional(),
  edit_history_tweet_ids: z.array(id).optional(),
  edit_history_post_ids: z.array(id).optional(),
  referenced_tweets: z.array(z.looseObject({ type: z.string(), id })).optional(),
  referenced_posts: z.array(z.looseObject({ type: z.string(), id })).optional(),
  in_reply_to_user_id: id.optional().catch(undefined),
  in_reply_to_tweet_id: id.optional().catch(undefined),
  entities: z
    .looseObject({ mentions: z.array(z.looseObject({ id: optionalText })).optional() })
    .optional()
    .catch(undefined),
  note_tweet: z.looseObject({ text: z.string() }).optional().catch(undefined),
  note_post: z.looseObject({ text: z.string() }).optional().catch(undefined),
  attachments: z
    .looseObject({ media_keys: z.array(z.string()).optional() })
    .optional()
    .catch(undefined),
  geo: z
    .looseObject({
      place_id: z.string().optional(),
      coordinates: z.looseObject({ coordinates: z.array(z.number()) }).optional(),
    })
    .optional()
    .catch(undefined),
});
export type XPost = z.infer<typeof xPostSchema>;

export const xUserSchema = z.looseObject({ id, name: optionalText, username: optionalText });
export type XUser = z.infer<typeof xUserSchema>;

export const xMediaSchema = z.looseObject({
  media_key: z.string(),
  type: z.string(),
  url: optionalText,
  preview_image_url: optionalText,
  alt_text: optionalText,
  variants: z
    .array(z.looseObject({ url: z.string(), content_type: z.string(), bit_rate: z.number().optional() }))
    .optional()
    .catch(undefined),
});
export type XMedia = z.infer<typeof xMediaSchema>;

export const xPlaceSchema = z.looseObject({
  id: z.string(),
  full_name: optionalText,
  geo: z
    .looseObject({ bbox: z.array(z.number()).optional() })
    .optional()
    .catch(undefined),
});
export type XPlace = z.infer<typeof xPlaceSchema>;

/** What one raw event of kind `post` holds: the post and everything of the page that belongs to it. */
export const xPostEventSchema = z.object({
  post: xPostSchema,
  author: xUserSchema.nullable(),
  media: z.array(xMediaSchema),
  place: xPlaceSchema.nullable(),
  /** Posts that this one answers, quotes or repeats, where X sent them along. */
  referenced: z.array(z.looseObject({ id })),
  /** The account of the connection: its own posts are not citizens' messages. */
  ourUserId: id,
  /** How it was found: by a search for keywords, or addressed to us (absent). */
  via: z.literal('search').optional(),
});
export type XPostEvent = z.infer<typeof xPostEventSchema>;

const looseList = z.array(z.unknown()).optional();

/** A 200 may carry `errors` beside `data` (parts that X could not give) or instead of it. */
export const xProblemSchema = z.looseObject({
  title: optionalText,
  detail: optionalText,
  type: optionalText,
});
export type XProblem = z.infer<typeof xProblemSchema>;

/** A page of posts. The items stay unparsed here: one bad post must not take its neighbours along. */
export const xPageSchema = z.looseObject({
  data: looseList,
  includes: z
    .looseObject({
      users: looseList,
      media: looseList,
      places: looseList,
      tweets: looseList,
      posts: looseList,
    })
    .optional(),
  errors: z.array(xProblemSchema).optional(),
  meta: z.looseObject({ newest_id: id.optional(), next_token: z.string().min(1).optional() }).optional(),
});
export type XPage = z.infer<typeof xPageSchema>;

export const xMeSchema = z.looseObject({ data: z.looseObject({ id, username: z.string() }) });
export const xCreatedPostSchema = z.looseObject({ data: z.looseObject({ id }) });
export const xCreatedMessageSchema = z.looseObject({ data: z.looseObject({ dm_event_id: id }) });

/** A direct message as webhooks give it. */
export const xPushedMessageSchema = z.looseObject({
  id,
  created_timestamp: optionalText,
  message_create: z.looseObject({
    sender_id: id,
    target: z.looseObject({ recipient_id: id.optional() }).optional(),
    message_data: z.looseObject({
      text: z.string().default(''),
      attachment: z
        .looseObject({
          media: z
            .looseObject({
              id_str: optionalText,
              type: optionalText,
              media_url_https: optionalText,
              video_info: z
                .looseObject({
                  variants: z.array(
                    z.looseObject({
                      url: z.string(),
                      content_type: z.string(),
                      bitrate: z.number().optional(),
                    }),
                  ),
                })
                .optional()
                .catch(undefined),
            })
            .optional(),
        })
        .optional()
        .catch(undefined),
    }),
  }),
});

/** A direct message as `GET /2/dm_events` gives it. */
export const xFetchedMessageSchema = z.looseObject({
  id,
  text: z.string().default(''),
  sender_id: id,
  created_at: optionalText,
  /** `<id>-<id>` between two people, one number for a group. */
  dm_conversation_id: z.string().regex(/^\d{1,20}(-\d{1,20})?$/),
  attachments: z
    .looseObject({ media_keys: z.array(z.string()).optional() })
    .optional()
    .catch(undefined),
});

/** What one raw event of kind `dm` holds. */
export const xMessageEventSchema = z.object({
  message: z.union([xPushedMessageSchema, xFetchedMessageSchema]),
  author: xUserSchema.nullable(),
  media: z.array(xMediaSchema),
  ourUserId: id,
});
export type XMessageEvent = z.infer<typeof xMessageEventSchema>;

/** Which of the two shapes a direct message has. */
export function isPushed(message: XMessageEvent['message']): message is z.infer<typeof xPushedMessageSchema> {
  return 'message_create' in message;
}
