import { z } from 'zod';

const text = z.string().optional().catch(undefined);
const nullableText = z.string().nullish().catch(undefined);

export const mastodonAccountSchema = z.looseObject({
  id: z.string().min(1),
  /** With the host where it is another server's. */
  acct: z.string(),
  display_name: text,
});

/** A status as Mastodon's API gives it; only what makes a message is required. docs.joinmastodon.org/entities/Status */
export const mastodonStatusSchema = z.looseObject({
  id: z.string().min(1),
  created_at: z.string(),
  edited_at: nullableText,
  content: z.string(),
  spoiler_text: text,
  visibility: z.enum(['public', 'unlisted', 'private', 'direct']),
  account: mastodonAccountSchema,
  in_reply_to_id: nullableText,
  url: nullableText,
  media_attachments: z
    .array(
      z.looseObject({
        id: z.string(),
        type: z.string(),
        url: nullableText,
        remote_url: nullableText,
        description: nullableText,
      }),
    )
    .catch([]),
  poll: z.looseObject({}).nullish().catch(undefined),
});
export type MastodonStatus = z.infer<typeof mastodonStatusSchema>;

/** What one raw event of kind `status` holds; of kind `deletion` only the id. */
export const mastodonStatusEventSchema = z.object({ status: mastodonStatusSchema });
export const mastodonDeletionEventSchema = z.object({ statusId: z.string().min(1) });

/** All that is needed to file a notification; whether its status can be read is `normalise`'s question. */
export const mastodonNotificationSchema = z.looseObject({
  id: z.string().min(1),
  type: z.string(),
  status: z.looseObject({ id: z.string().min(1) }),
});
