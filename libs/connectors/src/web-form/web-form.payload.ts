import { z } from 'zod';

/** Longest text of a report, an addition or an answer, in UTF-16 units. */
export const MAX_TEXT_LENGTH = 10_000;

/** What is kept of one submitted form (event kind `submission`). */
export const submissionPayloadSchema = z.object({
  submissionId: z.uuid(),
  /** ISO 8601. */
  submittedAt: z.iso.datetime(),
  text: z.string().min(1),
  place: z.string().optional(),
  name: z.string().optional(),
  email: z.string().optional(),
  /** E.164 where it could be told, else as typed. */
  phone: z.string().optional(),
  isAnonymous: z.boolean(),
  trackingSecret: z.string(),
  /** What was typed into the field that people do not see. */
  trap: z.string().optional(),
});
export type SubmissionPayload = z.infer<typeof submissionPayloadSchema>;

/** What is kept of a text added on the tracking page (event kind `addition`). */
export const additionPayloadSchema = z.object({
  submissionId: z.uuid(),
  /** ISO 8601. */
  submittedAt: z.iso.datetime(),
  ticketCode: z.string(),
  conversationExternalId: z.string(),
  authorExternalId: z.string(),
  text: z.string().min(1),
});
export type AdditionPayload = z.infer<typeof additionPayloadSchema>;
