import { z } from 'zod';
import type { XMedia, XPlace } from './x.payload.js';

/**
 * A post as the older Account Activity API pushes it, still in the shape of API v1.1: ids in `id_str`, the text cut
 * off at 140 characters with the whole beside it, no conversation id.
 */
export const xLegacyPostSchema = z.object({
  legacy: z.looseObject({ id_str: z.string() }),
  ourUserId: z.string(),
});

const text = z.string().optional().catch(undefined);
const mediaSchema = z.looseObject({
  id_str: z.string(),
  type: z.string(),
  media_url_https: text,
  ext_alt_text: text,
  video_info: z
    .looseObject({
      variants: z.array(
        z.looseObject({ url: z.string(), content_type: z.string(), bitrate: z.number().optional() }),
      ),
    })
    .optional()
    .catch(undefined),
});
const entitiesSchema = z.looseObject({ media: z.array(mediaSchema).optional().catch(undefined) }).optional();
const bodySchema = z.looseObject({ full_text: text, extended_entities: entitiesSchema.catch(undefined) });
const legacySchema = bodySchema.extend({
  id_str: z.string(),
  text,
  created_at: text,
  user: z.looseObject({ id_str: z.string(), name: text, screen_name: text }),
  in_reply_to_status_id_str: text,
  in_reply_to_user_id_str: text,
  quoted_status_id_str: text,
  retweeted_status: z.looseObject({ id_str: text }).optional().catch(undefined),
  extended_tweet: bodySchema.optional().catch(undefined),
  note_tweet: z.looseObject({ text: z.string() }).optional().catch(undefined),
  edit_history: z
    .looseObject({ edit_tweet_ids: z.array(z.string()).optional() })
    .optional()
    .catch(undefined),
  entities: z
    .looseObject({ user_mentions: z.array(z.looseObject({ id_str: text })).optional() })
    .optional()
    .catch(undefined),
  coordinates: z
    .looseObject({ coordinates: z.array(z.number()) })
    .nullish()
    .catch(undefined),
  place: z
    .looseObject({
      id: z.string(),
      full_name: text,
      bounding_box: z.looseObject({ coordinates: z.array(z.array(z.array(z.number()))) }).optional(),
    })
    .nullish()
    .catch(undefined),
});
type LegacyPost = z.infer<typeof legacySchema>;

/** The same post in the shape of API v2, to be read like any other. */
export function modernPost({ legacy, ourUserId }: z.infer<typeof xLegacyPostSchema>): unknown {
  const parsed = legacySchema.safeParse(legacy);
  if (!parsed.success) return { post: legacy, ourUserId };
  const post = parsed.data;
  const media = mediaOf(post);
  return {
    post: {
      id: post.id_str,
      text: post.extended_tweet?.full_text ?? post.full_text ?? post.text,
      author_id: post.user.id_str,
      created_at: post.created_at,
      conversation_id: post.in_reply_to_status_id_str,
      in_reply_to_user_id: post.in_reply_to_user_id_str,
      referenced_tweets: referencesOf(post),
      note_tweet: post.note_tweet,
      edit_history_tweet_ids: post.edit_history?.edit_tweet_ids,
      entities: { mentions: post.entities?.user_mentions?.map(({ id_str }) => ({ id: id_str })) },
      attachments: { media_keys: media.map(({ media_key }) => media_key) },
      geo: { place_id: post.place?.id, coordinates: post.coordinates ?? undefined },
    },
    author: { id: post.user.id_str, name: post.user.name, username: post.user.screen_name },
    media,
    place: placeOf(post),
    referenced: [],
    ourUserId,
  };
}

function referencesOf(post: LegacyPost) {
  const pairs = [
    ['replied_to', post.in_reply_to_status_id_str],
    ['quoted', post.quoted_status_id_str],
    ['retweeted', post.retweeted_status?.id_str],
  ] as const;
  return pairs.flatMap(([type, id]) => (id ? [{ type, id }] : []));
}

function mediaOf(post: LegacyPost): XMedia[] {
  const items = (post.extended_tweet ?? post).extended_entities?.media ?? [];
  return items.map(({ id_str, type, media_url_https: url, ext_alt_text, video_info }) => ({
    media_key: id_str,
    type,
    url,
    preview_image_url: url,
    alt_text: ext_alt_text,
    variants: video_info?.variants.map(({ bitrate, ...variant }) => ({
      ...variant,
      ...(bitrate !== undefined && { bit_rate: bitrate }),
    })),
  }));
}

/** Four corners here, two in API v2. */
function placeOf({ place }: LegacyPost): XPlace | null {
  if (!place) return null;
  const corners = place.bounding_box?.coordinates[0] ?? [];
  const [west, south] = corners[0] ?? [];
  const [east, north] = corners[2] ?? [];
  const box = [west, south, east, north].filter((degree) => degree !== undefined);
  return { id: place.id, full_name: place.full_name, ...(box.length === 4 && { geo: { bbox: box } }) };
}
