import { z } from 'zod';

const addressSchema = z.object({ name: z.string(), address: z.string() });
export type MailAddress = z.infer<typeof addressSchema>;

/** A file in a mail. Its place in the list is how it is found again in the raw bytes. */
const partSchema = z.object({
  mimeType: z.string(),
  fileName: z.string().optional(),
  sizeBytes: z.number(),
  isInline: z.boolean(),
});
export type MailPart = z.infer<typeof partSchema>;

/** What the mail says of another mail: a bounce, a read receipt, a complaint of a spam filter. */
const notificationSchema = z.object({
  /** `delivery-status`, `disposition-notification`, `feedback-report` ... */
  type: z.string(),
  /** The machine-readable part as text. */
  fields: z.string(),
  /** The headers of the mail that it is about. */
  original: z.string(),
});
export type MailNotification = z.infer<typeof notificationSchema>;

/** What the parser read from the bytes, once, when they came: charsets and encodings are resolved, nothing judged. */
export const parsedMailSchema = z.object({
  from: z.array(addressSchema),
  replyTo: z.array(addressSchema),
  to: z.array(addressSchema),
  subject: z.string(),
  text: z.string(),
  attachments: z.array(partSchema),
  notification: notificationSchema.optional(),
  /** Those of {@link KEPT_HEADERS}, unfolded, in their order. */
  headers: z.record(z.string(), z.array(z.string())),
});
export type ParsedMail = z.infer<typeof parsedMailSchema>;

export const KEPT_HEADERS = [
  'message-id',
  'in-reply-to',
  'references',
  'date',
  'return-path',
  'delivered-to',
  'x-original-to',
  'auto-submitted',
  'precedence',
  'list-id',
  'x-auto-response-suppress',
  'x-autoreply',
  'x-autorespond',
  'authentication-results',
] as const;

/** Where the mail lay, and what the connection was when it was fetched. */
const placeSchema = z.object({
  folder: z.string(),
  uidValidity: z.string(),
  uid: z.int(),
  /** ISO 8601: when the server took it in. */
  arrivedAt: z.string().optional(),
  sizeBytes: z.number(),
  /** The mailbox's own addresses. */
  ownAddresses: z.array(z.string()),
  /** Whose `Authentication-Results` can be believed. */
  trustedAuthServer: z.string().optional(),
});
export type MailPlace = z.infer<typeof placeSchema>;

export const emailPayloadSchema = z.object({
  place: placeSchema,
  /** The bytes as they came, base64; of a mail over the limit its headers and text. */
  raw: z.string(),
  /** Over the limit: the files that stay in the mailbox. */
  leftBehind: z.array(partSchema).optional(),
  /** `null` when the parser gave up, with the reason. */
  mail: parsedMailSchema.nullable(),
  problem: z.string().optional(),
});
export type EmailPayload = z.infer<typeof emailPayloadSchema>;
