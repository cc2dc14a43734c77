import { z } from 'zod';
import type { GraphElement, GraphPart } from './graph-delivery.js';

const idSchema = z.union([z.string().min(1), z.number()]).transform(String);
const partySchema = z
  .looseObject({ id: idSchema.optional(), user_ref: idSchema.optional() })
  .optional()
  .catch(undefined);
const midSchema = z.looseObject({ mid: idSchema });
const itemSchema = z.looseObject({ sender: partySchema, recipient: partySchema });
const editedSchema = midSchema.extend({ num_edit: idSchema.optional() });
const deletedSchema = midSchema.extend({ is_deleted: z.literal(true) });
const deliverySchema = z.looseObject({ mids: z.array(idSchema).min(1) });

/** Beside these, an item of `messaging` has one member, which says what it is. */
const FRAME = new Set(['sender', 'recipient', 'timestamp', 'is_echo', 'prior_message', 'hop_context']);

/**
 * Names an item of `messaging` or `standby` of Messenger and Instagram: `kind` is the member that it carries
 * (`message`, `message_edit`, `postback`, `reaction`, `delivery`, `read` …), the conversation is the other party's.
 * A message that comes in both lists has one name. A delivery receipt becomes one part for each of its messages.
 */
export function messagingParts(element: GraphElement): readonly GraphPart[] {
  const item = itemSchema.parse(element.value);
  const kind = Object.keys(item).find((name) => !FRAME.has(name));
  if (kind === undefined) return [];
  const conversationKey = otherParty(element.entryId, item);
  const content = item[kind];
  const receipt = kind === 'delivery' ? deliverySchema.safeParse(content).data : undefined;
  if (receipt) {
    return receipt.mids.map((mid) => ({
      kind,
      externalId: mid,
      conversationKey,
      payload: { ...element, value: { ...item, delivery: { ...receipt, mids: [mid] } } },
    }));
  }
  return [{ kind, externalId: nameOf(kind, content), conversationKey, payload: element }];
}

function nameOf(kind: string, content: unknown): string | undefined {
  // A reaction names the message that it is about, and several may follow each other.
  if (kind === 'reaction' || kind === 'read') return undefined;
  const deleted = deletedSchema.safeParse(content).data;
  if (deleted) return `${deleted.mid}:deleted`;
  if (kind !== 'message_edit') return midSchema.safeParse(content).data?.mid;
  const edited = editedSchema.safeParse(content).data;
  return edited?.num_edit === undefined ? undefined : `${edited.mid}:${edited.num_edit}`;
}

function otherParty(ours: string, { sender, recipient }: z.infer<typeof itemSchema>): string | undefined {
  const them = sender?.id === ours ? recipient : sender;
  return them?.id ?? them?.user_ref;
}
