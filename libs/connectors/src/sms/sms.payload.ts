import { z } from 'zod';
import { DEFAULT_ALPHABETS } from './sms.data-coding.js';

/** An address as SMPP writes it: digits or a name, and the number's type. */
export const addressSchema = z.looseObject({ address: z.string(), ton: z.int() });

/** One SMS as it was on the wire, in hex. */
export const partSchema = z.looseObject({
  number: z.int().min(1),
  dataCoding: z.int(),
  header: z.string(),
  body: z.string(),
});
export type SmsPartPayload = z.infer<typeof partSchema>;

/** Kind `message` over SMPP: all parts that came of one message. */
export const smppMessageSchema = z.looseObject({
  via: z.literal('smpp'),
  receivedAt: z.iso.datetime(),
  from: addressSchema,
  to: addressSchema,
  total: z.int().min(1),
  parts: z.array(partSchema).min(1),
  /** How this connection reads data coding 0, and the words that it takes off. */
  alphabet: z.enum(DEFAULT_ALPHABETS),
  keywords: z.string(),
});
export type SmppMessagePayload = z.infer<typeof smppMessageSchema>;

/** Kind `receipt` over SMPP. */
export const smppReceiptSchema = z.looseObject({
  via: z.literal('smpp'),
  receivedAt: z.iso.datetime(),
  text: z.string(),
  /** In the form of our own answers' ids. */
  messageId: z.string().nullable(),
  /** TLV message_state. */
  state: z.int().nullable(),
  /** For an answer of several parts, as far as receipts have come. */
  answer: z
    .looseObject({
      externalId: z.string(),
      part: z.int(),
      total: z.int(),
      isComplete: z.boolean(),
    })
    .nullable(),
});
export type SmppReceiptPayload = z.infer<typeof smppReceiptSchema>;

/** Kinds `message` and `receipt` over Kannel: the request's parameters as they came, without the secret. */
export const kannelSchema = z.looseObject({
  via: z.literal('kannel'),
  query: z.string(),
  /** The text of a POST, in base64. */
  body: z.string().optional(),
  contentType: z.string().optional(),
  keywords: z.string(),
});
export type KannelPayload = z.infer<typeof kannelSchema>;
