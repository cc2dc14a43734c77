import { z } from 'zod';

/** Longest text of a report, an addition or an answer, in UTF-16 units. */
export const MAX_TEXT_LENGTH = 10_000;

/** Degrees, WGS 84, as a browser tells them. */
export const positionSchema = z
  .string()
  .transform((text) => text.split(',').map(Number))
  .pipe(z.tuple([z.number().min(-90).max(90), z.number().min(-180).max(180)]))
  .transform(([latitude, longitude]) => ({ latitude, longitude }));

const photoSchema = z.object({
  sha256: z.string(),
  mimeType: z.string(),
  sizeBytes: z.number(),
  fileName: z.string(),
});

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
  /** Then neither name nor contact is kept. */
  isAnonymous: z.boolean(),
  /** Absent in forms from before it was asked. */
  isConfidential: z.boolean().default(false),
  position: z.object({ latitude: z.number(), longitude: z.number() }).optional(),
  photos: z.array(photoSchema).default([]),
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
  /** Empty where photos say it all. */
  text: z.string(),
  photos: z.array(photoSchema).default([]),
});
export type AdditionPayload = z.infer<typeof additionPayloadSchema>;
