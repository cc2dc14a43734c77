import { ConnectorError } from '@app/connector-kit';
import { z } from 'zod';

/** WhatsApp's ids come as text, or as objects that say the text too. */
const widSchema = z.union([
  z.string(),
  z.looseObject({ _serialized: z.string() }).transform((wid) => wid._serialized),
]);
const maybeWid = widSchema.optional().catch(undefined);
const maybeText = z.string().optional().catch(undefined);
const maybeNumber = z.coerce.number().optional().catch(undefined);

export const keySchema = z.looseObject({
  fromMe: z.boolean(),
  remote: widSchema,
  id: z.string(),
  participant: maybeWid,
  _serialized: z.string().min(1),
});
export type MessageKey = z.infer<typeof keySchema>;

/** A message as WhatsApp Web holds it; what others leave out, this leaves out. */
export const messageSchema = z.looseObject({
  id: keySchema,
  type: z.string(),
  /** Unix seconds. */
  t: z.number(),
  from: widSchema,
  to: maybeWid,
  author: maybeWid,
  notifyName: maybeText,
  body: maybeText,
  caption: maybeText,
  mimetype: maybeText,
  filename: maybeText,
  size: maybeNumber,
  directPath: maybeText,
  lat: maybeNumber,
  lng: maybeNumber,
  loc: maybeText,
  vcardList: z
    .array(z.looseObject({ vcard: maybeText }))
    .optional()
    .catch(undefined),
  quotedStanzaID: maybeText,
  quotedParticipant: maybeWid,
  latestEditSenderTimestampMs: maybeNumber,
  protocolMessageKey: keySchema.optional().catch(undefined),
  isStatusV3: z.boolean().optional().catch(undefined),
  title: maybeText,
  pollName: maybeText,
  eventName: maybeText,
  inviteGrpName: maybeText,
  ack: maybeNumber,
});
export type WebMessage = z.infer<typeof messageSchema>;

/** Two names of one account, and what it calls itself. */
const personSchema = z.object({ lid: maybeText, phone: maybeText });
const contextSchema = z.object({
  /** By the id that the message gives. */
  people: z.record(z.string(), personSchema).optional().catch(undefined),
  chatName: maybeText,
});
export type MessageContext = z.infer<typeof contextSchema>;

export const reactionSchema = z.looseObject({
  msgKey: keySchema,
  parentMsgKey: keySchema,
  senderUserJid: widSchema,
  reactionText: z.string().optional().catch(undefined),
  /** Unix seconds. */
  timestamp: z.number().optional().catch(undefined),
});
export type WebReaction = z.infer<typeof reactionSchema>;

export const receiptSchema = z.looseObject({ id: keySchema, ack: z.number() });

export interface ReadMessage {
  readonly message: WebMessage;
  readonly context: MessageContext;
}

/**
 * Reads a stored message: the data by itself, as whatsapp-web.js wraps it (`_data`), or beside other things
 * (`message`).
 * @throws ConnectorError `payload-unrecognised`
 */
export function readMessage(payload: unknown): ReadMessage {
  const outer = asRecord(payload);
  const inner = asRecord(outer['message'] ?? outer);
  const message = messageSchema.safeParse(inner['_data'] ?? inner);
  if (!message.success) throw unreadable('message', message.error);
  return { message: message.data, context: contextSchema.safeParse(outer).data ?? {} };
}

export function readAs<Schema extends z.ZodType>(
  schema: Schema,
  payload: unknown,
  what: string,
): z.infer<Schema> {
  const result = schema.safeParse(payload);
  if (!result.success) throw unreadable(what, result.error);
  return result.data;
}

function unreadable(what: string, error: z.ZodError): ConnectorError {
  const places = error.issues.map(({ path }) => path.join('.') || 'the whole').slice(0, 5);
  return new ConnectorError(
    'payload-unrecognised',
    `Not a ${what} of WhatsApp Web as we know it: ${places.join(', ')}`,
  );
}

function asRecord(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}
