import type { GraphElement, GraphPart } from '@app/graph-api';
import { z } from 'zod';

const id = z.union([z.string().min(1), z.number()]).transform(String);
const optionalId = id.optional().catch(undefined);
const list = z.array(z.unknown()).min(1).optional().catch(undefined);

/** One contact is the sender of all; of several each names their own. */
const loneContactSchema = z.looseObject({ contacts: z.tuple([z.looseObject({ user_id: optionalId })]) });

/** Everything in a value of which there can be several. */
const valueSchema = z.looseObject({
  messages: list,
  message_echoes: list,
  statuses: list,
  calls: list,
  groups: list,
  user_preferences: list,
  user_id_update: list,
  history: list,
});
const LISTS = Object.keys(valueSchema.shape);

const itemSchema = z.looseObject({
  id: optionalId,
  status: optionalId,
  event: optionalId,
  from: optionalId,
  from_user_id: optionalId,
  to: optionalId,
  to_user_id: optionalId,
  group_id: optionalId,
  wa_id: optionalId,
  recipient_id: optionalId,
  recipient_user_id: optionalId,
  recipient_participant_id: optionalId,
  recipient_participant_user_id: optionalId,
});
type Item = z.infer<typeof itemSchema>;

const chunkSchema = z.looseObject({ threads: z.array(z.looseObject({ id: optionalId, messages: list })) });

/**
 * Names the parts of a change. Whatever the field: every message, echo, status, call of it is an event of its own,
 * with the value reduced to that one, so that each event is a delivery as Meta could have made it.
 */
export function whatsAppCloudParts(element: GraphElement): readonly GraphPart[] {
  const value = valueSchema.safeParse(element.value);
  if (!value.success) return [];
  const frame = Object.fromEntries(Object.entries(value.data).filter(([name]) => !LISTS.includes(name)));
  const sender = loneContactSchema.safeParse(frame).data?.contacts[0].user_id;
  const only = (name: string, item: unknown): GraphElement => ({
    ...element,
    value: { ...frame, [name]: [item] },
  });
  const each = (
    name: Exclude<keyof typeof valueSchema.shape, 'history'>,
    kind: string,
    nameOf: (item: Item) => {
      readonly externalId?: string | undefined;
      readonly conversationKey?: string | undefined;
    },
  ): GraphPart[] =>
    (value.data[name] ?? []).map((item) => ({
      kind,
      ...nameOf(itemSchema.catch({}).parse(item)),
      payload: only(name, item),
    }));
  return [
    ...each('messages', element.field === 'history' ? 'history-media' : 'message', (item) => ({
      externalId: item.id,
      conversationKey: item.group_id ?? item.from_user_id ?? sender ?? item.from,
    })),
    ...each('message_echoes', 'echo', (item) => ({
      externalId: item.id,
      conversationKey: item.to_user_id ?? item.to,
    })),
    ...each('statuses', element.field === 'calls' ? 'call-status' : 'status', statusName),
    ...each('calls', 'call', ({ id: call, event, from }) => ({
      externalId: call && `${call}:${event ?? ''}`,
      conversationKey: from,
    })),
    ...each('groups', 'group', (item) => ({ conversationKey: item.group_id })),
    ...each('user_preferences', 'user-preference', (item) => ({ conversationKey: item.wa_id })),
    ...each('user_id_update', 'identity', (item) => ({ conversationKey: item.wa_id })),
    ...historyParts(value.data.history ?? [], (chunk) => only('history', chunk)),
  ];
}

/** A message has each status once, in a group once for each of its members. */
function statusName(item: Item) {
  const { id: message, status, recipient_user_id: userId, recipient_id: waId } = item;
  const member = item.recipient_participant_user_id ?? item.recipient_participant_id;
  return {
    externalId: message && status && [message, status, member].filter(Boolean).join(':'),
    conversationKey: userId ?? waId,
  };
}

function historyParts(chunks: readonly unknown[], payloadOf: (chunk: unknown) => GraphElement): GraphPart[] {
  return chunks.flatMap((chunk): GraphPart[] => {
    const read = chunkSchema.safeParse(chunk);
    // The owner of the number has declined, or there is nothing.
    if (!read.success) return [{ kind: 'history-note', payload: payloadOf(chunk) }];
    const { threads, ...about } = read.data;
    return threads.flatMap(({ messages = [], ...thread }) =>
      messages.map((message) => ({
        kind: 'history',
        externalId: itemSchema.catch({}).parse(message).id,
        conversationKey: thread.id,
        payload: payloadOf({ ...about, threads: [{ ...thread, messages: [message] }] }),
      })),
    );
  });
}
