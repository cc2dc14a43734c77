import { mailPartSchema, parsedMailSchema } from '@app/mail-parsing';
import { z } from 'zod';

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
  leftBehind: z.array(mailPartSchema).optional(),
  /** `null` when the parser gave up, with the reason. */
  mail: parsedMailSchema.nullable(),
  problem: z.string().optional(),
});
export type EmailPayload = z.infer<typeof emailPayloadSchema>;
