import { contentId, type ParsedEvent } from '@app/connector-kit';
import { z } from 'zod';

/**
 * One thing that Meta tells: an element of `entry[].changes[]`, `entry[].messaging[]` or `entry[].standby[]`, or an
 * entry that is itself a change (`field` and `value` beside `id`, as Instagram Login sends them).
 */
export interface GraphElement {
  readonly object: string;
  readonly entryId: string;
  /** As given: seconds for changes, milliseconds for messaging. */
  readonly entryTime?: number;
  readonly source: 'changes' | 'messaging' | 'standby';
  /** The change's field; `messaging` or `standby` where there is none. */
  readonly field: string;
  readonly value: unknown;
}

/** What an element becomes in the ledger; most become one part, lists in a value one for each item. */
export interface GraphPart {
  readonly kind: string;
  /** Unique within `kind`; absent: named by its content. */
  readonly externalId?: string | undefined;
  /** Absent: kept in order with everything else of the account that has none. */
  readonly conversationKey?: string | undefined;
  readonly payload: GraphElement;
}

const idSchema = z.union([z.string().min(1), z.number()]).transform(String);
const bodySchema = z.looseObject({ object: z.string().min(1), entry: z.array(z.unknown()).min(1) });
const entrySchema = z.looseObject({
  id: idSchema.optional(),
  time: z.coerce.number().optional().catch(undefined),
  changes: z.array(z.unknown()).optional(),
  messaging: z.array(z.unknown()).optional(),
  standby: z.array(z.unknown()).optional(),
  field: z.string().min(1).optional(),
});
const changeSchema = z.looseObject({ field: z.string().min(1) });
const itemSchema = z.looseObject({});

/**
 * Takes a delivery apart: every entry, every change, every message is an event of its own. What cannot be told apart
 * is kept as it is, alone. The same element has the same id whatever it is batched with and whenever it comes again.
 *
 * @param object the kind of account that this connection is for: `whatsapp_business_account`, `page`, `instagram`
 * @param split names an element's parts; no part: the element is stored whole, under its field
 */
export function parseGraphDelivery(
  rawBody: Buffer,
  object: string,
  split: (element: GraphElement) => readonly GraphPart[],
): readonly ParsedEvent[] {
  const whole = (reason: string): ParsedEvent[] => [{ status: 'unreadable', bytes: rawBody, reason }];
  let json: unknown;
  try {
    json = JSON.parse(rawBody.toString('utf8'));
  } catch {
    return whole('The body is not JSON');
  }
  const body = bodySchema.safeParse(json);
  if (!body.success) return whole('Not a delivery of Meta: no object with entries');
  if (body.data.object !== object) {
    return whole(`A delivery for "${body.data.object}" where "${object}" was expected`);
  }
  return body.data.entry.flatMap((entry) => eventsOfEntry(object, entry, split));
}

function eventsOfEntry(
  object: string,
  entry: unknown,
  split: (element: GraphElement) => readonly GraphPart[],
): ParsedEvent[] {
  const read = entrySchema.safeParse(entry);
  if (!read.success) return [unreadable(entry, 'An entry without the shape of one')];
  const { id, time, changes = [], messaging = [], standby = [], field } = read.data;
  if (id === undefined) return [unreadable(entry, 'An entry without an id')];
  const place = { object, entryId: id, ...(time === undefined ? {} : { entryTime: time }) };
  const change = (item: unknown): ParsedEvent[] => {
    const known = changeSchema.safeParse(item);
    if (!known.success) return [unreadable({ id, item }, 'A change without a field')];
    const { field: name, value } = known.data;
    return toEvents({ ...place, source: 'changes', field: name, value: value ?? null }, split);
  };
  const message =
    (source: 'messaging' | 'standby') =>
    (item: unknown): ParsedEvent[] =>
      itemSchema.safeParse(item).success
        ? toEvents({ ...place, source, field: source, value: item }, split)
        : [unreadable({ id, item }, `An item of "${source}" that is no object`)];
  const events = [
    ...(field === undefined ? [] : change(entry)),
    ...changes.flatMap(change),
    ...messaging.flatMap(message('messaging')),
    ...standby.flatMap(message('standby')),
  ];
  return events.length > 0 ? events : [unreadable(entry, 'An entry in which nothing is known')];
}

function toEvents(
  element: GraphElement,
  split: (element: GraphElement) => readonly GraphPart[],
): ParsedEvent[] {
  let parts: readonly GraphPart[];
  try {
    parts = split(element);
  } catch (error) {
    return [unreadable(element, error instanceof Error ? error.message : 'Could not be told apart')];
  }
  if (parts.length === 0) parts = [{ kind: element.field, payload: element }];
  return parts.map(({ kind, externalId, conversationKey, payload }) => ({
    status: 'readable',
    kind,
    externalId: externalId ?? contentIdOf(payload),
    conversationKey: conversationKey ?? payload.entryId,
    payload,
  }));
}

/** Of the content alone: the entry's time is that of the delivery. */
function contentIdOf({ entryId, field, value }: GraphElement): string {
  return contentId(JSON.stringify([entryId, field, value]));
}

function unreadable(item: unknown, reason: string): ParsedEvent {
  return { status: 'unreadable', bytes: Buffer.from(JSON.stringify(item) ?? ''), reason };
}

/** A stored payload, read back in `normalise`. */
export const graphElementSchema: z.ZodType<GraphElement> = z.object({
  object: z.string(),
  entryId: z.string(),
  entryTime: z.number().exactOptional(),
  source: z.enum(['changes', 'messaging', 'standby']),
  field: z.string(),
  value: z.unknown(),
});
