import type { ParsedEvent } from '@app/connector-kit';
import { z } from 'zod';
import { xMediaSchema, xPlaceSchema, xPostSchema, xUserSchema, type XPage } from './x.payload.js';

/** All that is needed to file a post; whether the rest is readable is `normalise`'s question. */
const filedPostSchema = z.looseObject({
  id: z.string().regex(/^\d{1,20}$/),
  conversation_id: z.string().optional().catch(undefined),
  author_id: z.string().optional().catch(undefined),
});

const referencedSchema = z.looseObject({ id: z.string() });

/**
 * The page's posts as events of their own, each with what belongs to it, oldest first: a conversation should open with
 * its first post. One that cannot be read but has an id is stored under it, so that a repeated page does not quarantine
 * it twice.
 */
export function pageEvents(
  page: Pick<XPage, 'data' | 'includes'>,
  ourUserId: string,
  via?: 'search',
): ParsedEvent[] {
  const users = indexed((page.includes?.users ?? []).map(unwrapped), xUserSchema, 'id');
  const media = readable(page.includes?.media, xMediaSchema);
  const places = indexed(page.includes?.places, xPlaceSchema, 'id');
  const posts = indexed(page.includes?.tweets ?? page.includes?.posts, referencedSchema, 'id');

  return (page.data ?? []).toReversed().map((item): ParsedEvent => {
    const filed = filedPostSchema.safeParse(item);
    if (!filed.success) {
      return {
        status: 'unreadable',
        bytes: Buffer.from(JSON.stringify(item)),
        reason: 'A post from X without an id that could be read',
      };
    }
    const { id, conversation_id, author_id } = filed.data;
    const post = xPostSchema.safeParse(item).data;
    const keys = new Set(post?.attachments?.media_keys);
    const references = post?.referenced_tweets ?? post?.referenced_posts ?? [];
    return {
      status: 'readable',
      kind: 'post',
      externalId: id,
      conversationKey: conversation_id ?? id,
      payload: {
        post: item,
        author: users.get(author_id ?? '') ?? null,
        media: media.filter((part) => keys.has(part.media_key)),
        place: places.get(post?.geo?.place_id ?? '') ?? null,
        referenced: references.flatMap((reference) => posts.get(reference.id) ?? []),
        ourUserId,
        ...(via && { via }),
      },
    };
  });
}

/** Webhooks put some of the users into an envelope. */
function unwrapped(user: unknown): unknown {
  return z.looseObject({ data: z.looseObject({}) }).safeParse(user).data?.data ?? user;
}

export function postIds(page: XPage): string[] {
  return readable(page.data, filedPostSchema).map(({ id }) => id);
}

/** Ids of all users that X sent along: each is charged. */
export function includedUserIds(page: XPage): string[] {
  return readable(page.includes?.users, xUserSchema).map(({ id }) => id);
}

function readable<Item>(items: readonly unknown[] | undefined, schema: z.ZodType<Item>): Item[] {
  return (items ?? []).flatMap((item) => schema.safeParse(item).data ?? []);
}

function indexed<Key extends string, Item extends Record<Key, string>>(
  items: readonly unknown[] | undefined,
  schema: z.ZodType<Item>,
  key: Key,
): Map<string, Item> {
  return new Map(readable(items, schema).map((item) => [item[key], item]));
}
