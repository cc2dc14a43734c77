import { contentId, type ParsedEvent } from '@app/connector-kit';
import { z } from 'zod';
import { changeSchema, postSchema } from './threads.payload.js';

const envelopeSchema = z.looseObject({ values: z.unknown() });
const placeSchema = z.looseObject({ root_post: z.looseObject({ id: z.coerce.string() }).nullish() });

/** The changes of a delivery: one object, or a list of such, each with one change or a list of them. */
export function deliveredEvents(rawBody: Buffer): ParsedEvent[] {
  let body: unknown;
  try {
    body = JSON.parse(rawBody.toString('utf8'));
  } catch {
    return [{ status: 'unreadable', bytes: rawBody, reason: 'Not JSON' }];
  }
  return listOf(body).flatMap((one) => {
    const envelope = envelopeSchema.safeParse(one);
    if (!envelope.success) return [unreadable(one, 'A delivery without a change')];
    return listOf(envelope.data.values).map(changeEvent);
  });
}

function changeEvent(change: unknown): ParsedEvent {
  const read = changeSchema.safeParse(change);
  if (!read.success) return unreadable(change, 'A change of Threads that could not be told apart');
  const { field, value } = read.data;
  return filed(field, value.id, value);
}

/** A post from the API, named as its delivery names it. */
export function fetchedEvent(kind: 'replies' | 'mentions', post: unknown): ParsedEvent {
  const read = postSchema.pick({ id: true }).safeParse(post);
  return read.success ? filed(kind, read.data.id, post) : unreadable(post, 'A post of Threads without an id');
}

export function filed(kind: string, externalId: string, value: unknown): ParsedEvent {
  const conversationKey = placeSchema.safeParse(value).data?.root_post?.id ?? externalId;
  return { status: 'readable', kind, externalId, conversationKey, payload: { value } };
}

function unreadable(item: unknown, reason: string): ParsedEvent {
  const bytes = Buffer.from(JSON.stringify(item) ?? '');
  return { status: 'unreadable', bytes, reason: `${reason} (${contentId(bytes).slice(0, 15)})` };
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [value];
}
