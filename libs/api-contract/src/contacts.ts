import { z } from 'zod';
import { channelSchema, idSchema, instantSchema } from './primitives.js';

/** Numbers and addresses are masked. */
export const contactIdentitySchema = z.object({
  id: idSchema,
  channel: channelSchema,
  displayName: z.string().nullable(),
  handle: z.string().nullable(),
  phone: z.string().nullable(),
  email: z.string().nullable(),
});

export const contactSummarySchema = z
  .object({
    id: idSchema,
    displayName: z.string(),
    identities: z.array(contactIdentitySchema),
    /** What the person wrote last, masked; tells people of one name apart. Null: nothing that is kept. */
    latestReport: z
      .object({ ticketCode: z.string(), excerpt: z.string(), lastMessageAt: instantSchema })
      .nullable(),
  })
  .meta({ id: 'ContactSummary' });
export type ContactSummary = z.infer<typeof contactSummarySchema>;

export const contactSchema = contactSummarySchema
  .extend({
    /** What was joined to this contact, the latest first. */
    merges: z.array(
      z.object({
        id: idSchema,
        mergedName: z.string(),
        mergedBy: z.string().nullable(),
        mergedAt: instantSchema,
        reason: z.string().nullable(),
      }),
    ),
  })
  .meta({ id: 'Contact' });
export type Contact = z.infer<typeof contactSchema>;

export const contactQuerySchema = z.object({
  q: z.string().trim().min(2).max(100),
  /** The contact that others are looked for to be joined to. */
  exceptId: idSchema,
});
export const contactMergeSchema = z.object({
  /** The contact that ceases to be one of its own. */
  mergedId: idSchema,
  reason: z.string().trim().max(500).optional(),
});
