import { z } from 'zod';

const addressSchema = z.object({ name: z.string(), address: z.string() });
export type MailAddress = z.infer<typeof addressSchema>;

/** A file in a mail. Its place in the list is how it is found again in the raw bytes. */
export const mailPartSchema = z.object({
  mimeType: z.string(),
  fileName: z.string().optional(),
  sizeBytes: z.number(),
  isInline: z.boolean(),
});
export type MailPart = z.infer<typeof mailPartSchema>;

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
  attachments: z.array(mailPartSchema),
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
