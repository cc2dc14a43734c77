import { z } from 'zod';
import { idSchema, instantSchema, personSchema, roleSchema } from './primitives.js';
import { MAX_ANSWER_LENGTH, newReplySchema, replyFileSchema } from './replies.js';

/** What a colleague wrote about a report; the citizen never sees it. */
export const noteSchema = z
  .object({
    id: idSchema,
    text: z.string(),
    author: personSchema,
    mentions: z.array(personSchema),
    createdAt: instantSchema,
  })
  .meta({ id: 'Note' });
export type Note = z.infer<typeof noteSchema>;

export const newNoteSchema = z.object({
  text: z.string().trim().min(1).max(5_000),
  /** Of colleagues who are to be told; those who may not see the report are passed over. */
  mentionIds: z.array(idSchema).max(20).default([]),
  /** Made by the screen once per note: a retry by the network adds one. */
  idempotencyKey: z.uuid(),
});

export const colleagueSchema = z
  .object({ id: idSchema, name: z.string(), role: roleSchema, agencyId: idSchema.nullable() })
  .meta({ id: 'Colleague' });
export type Colleague = z.infer<typeof colleagueSchema>;

export const userNoticeSchema = z
  .object({
    id: z.string(),
    kind: z.enum(['mentioned', 'assigned', 'approval-asked', 'approval-given', 'approval-refused', 'woken']),
    reportId: idSchema,
    ticketCode: z.string(),
    /** Who did it; null: the system, or a program. */
    actorName: z.string().nullable(),
    /** A few words more, e.g. the beginning of a note. */
    detail: z.string().nullable(),
    at: instantSchema,
    isUnread: z.boolean(),
  })
  .meta({ id: 'UserNotice' });
export type UserNotice = z.infer<typeof userNoticeSchema>;

/** An answer that is being written; `editedAt` decides which of two windows wrote last. */
export const replyDraftSchema = z
  .object({
    text: z.string().max(MAX_ANSWER_LENGTH),
    files: z.array(replyFileSchema).max(10),
    choices: z.array(z.string().max(100)).max(20).default([]),
    mode: newReplySchema.shape.mode.unwrap().nullable(),
    template: z
      .object({
        name: z.string().max(200),
        language: z.string().max(20),
        text: z.string().max(5_000),
        parameters: z.array(z.string().max(1_000)).max(20),
      })
      .nullable(),
    idempotencyKey: z.uuid(),
    /** The last entry of the timeline that the author has seen. */
    seenEventId: z
      .string()
      .regex(/^\d{1,18}$/)
      .nullable(),
    editedAt: instantSchema,
  })
  .meta({ id: 'ReplyDraft' });
export type ReplyDraft = z.infer<typeof replyDraftSchema>;

/** Who is at a report just now. Also sent as event `presence` of the live stream, with the report's id. */
export const presenceSchema = z
  .object({
    reportId: idSchema,
    people: z.array(z.object({ id: idSchema, name: z.string(), activity: z.enum(['viewing', 'writing']) })),
  })
  .meta({ id: 'Presence' });
export type Presence = z.infer<typeof presenceSchema>;
