import { z } from 'zod';
import { bilingualSchema, idSchema, instantSchema, personSchema, replyStateSchema } from './primitives.js';

const replyModeSchema = z.enum(['public', 'private']);

/** A file of an answer; its bytes at `/reply-files/{id}`. */
export const replyFileSchema = z
  .object({
    id: idSchema,
    fileName: z.string(),
    /** What the bytes are. */
    mimeType: z.string(),
    sizeBytes: z.number(),
    /** At `/reply-files/{id}/thumbnail`. */
    hasThumbnail: z.boolean(),
  })
  .meta({ id: 'ReplyFile' });
export type ReplyFile = z.infer<typeof replyFileSchema>;

/** One sending. Without `outcome` it is under way. */
export const replyAttemptSchema = z.object({
  startedAt: instantSchema,
  endedAt: instantSchema.nullable(),
  outcome: z.enum(['sent', 'delivered', 'failed', 'unknown', 'postponed']).nullable(),
  problem: z.string().nullable(),
  /** The platform's id of the message. */
  externalId: z.string().nullable(),
});
export type ReplyAttempt = z.infer<typeof replyAttemptSchema>;

export const replySchema = z
  .object({
    id: idSchema,
    text: z.string(),
    state: replyStateSchema,
    /** Why it failed or is unknown, for the officer. */
    problem: z.string().nullable(),
    author: personSchema,
    /** It waits for approval, and this person may give it. */
    mayDecide: z.boolean(),
    /** A colleague gave it back to its author; `problem` is their word. */
    isReturned: z.boolean(),
    attempts: z.int(),
    createdAt: instantSchema,
    sentAt: instantSchema.nullable(),
    deliveredAt: instantSchema.nullable(),
    readAt: instantSchema.nullable(),
    permalink: z.string().nullable(),
    /** Where the channel offers both. */
    mode: replyModeSchema.nullable(),
    files: z.array(replyFileSchema),
    /** Words of the buttons below it. */
    choices: z.array(z.string()),
    /** The platform is being asked whether it has it. */
    isChecking: z.boolean(),
    /** Oldest first. */
    attemptList: z.array(replyAttemptSchema),
  })
  .meta({ id: 'Reply' });
export type Reply = z.infer<typeof replySchema>;

/** More than any channel takes; which of them takes how much, `replyOptions` tell. */
export const MAX_ANSWER_LENGTH = 100_000;

const textLimitSchema = z.object({
  maxTextLength: z.int(),
  /** How to count: `utf16` units, `weighted` as X does (links 23, CJK 2), or `utf8` bytes. */
  lengthUnit: z.enum(['utf16', 'weighted', 'utf8']),
});

export const replyOptionsSchema = z.object({
  isAllowed: z.boolean(),
  /** Why not. */
  reason: bilingualSchema.nullable(),
  /** Where an officer can answer by hand instead. */
  handOffUrl: z.string().nullable(),
  /** The platform takes answers until then. */
  until: instantSchema.nullable(),
  /** Others can read the answer. */
  isPublic: z.boolean(),
  /** Ways to choose from, the usual one first; empty: nothing to choose. */
  modes: z.array(replyModeSchema),
  /** What this person writes waits for a colleague's approval first. */
  needsApproval: z.boolean(),
  /** Free text is not allowed now: only one of the templates. */
  needsTemplate: z.boolean(),
  hasTemplates: z.boolean(),
  /** Ask `/reports/{id}/reply-price` while typing. */
  hasCost: z.boolean(),
  /** An answer of unknown fate can be checked. */
  canCheck: z.boolean(),
  files: z
    .object({
      maxCount: z.int(),
      maxBytes: z.int(),
      /** `image/jpeg`, or `image/*`. */
      mimeTypes: z.array(z.string()),
    })
    .nullable(),
  /** Buttons below an answer; null: the channel has none. `maxBytes` of UTF-8 each. */
  choices: z.object({ maxCount: z.int(), maxBytes: z.int() }).nullable(),
  ...textLimitSchema.shape,
  /** Of private answers, where it is another one. */
  privateLimit: textLimitSchema.nullable(),
});
export type ReplyOptions = z.infer<typeof replyOptionsSchema>;

export const replyTemplateSchema = z
  .object({
    name: z.string(),
    language: z.string(),
    /** With `{{1}}`, `{{2}}` ... for the parameters. */
    text: z.string(),
    parameterCount: z.int(),
    costRupiah: z.number().nullable(),
  })
  .meta({ id: 'ReplyTemplate' });
export type ReplyTemplate = z.infer<typeof replyTemplateSchema>;

export const replyPriceQuestionSchema = z.object({ text: z.string().max(MAX_ANSWER_LENGTH) });
export const replyPriceSchema = z.object({
  /** As the platform counts. */
  length: z.int(),
  parts: z.int(),
  rupiah: z.number(),
});
export type ReplyPrice = z.infer<typeof replyPriceSchema>;

export const replyUploadSchema = z.object({ name: z.string().trim().min(1).max(300) });

export const newReplySchema = z.object({
  /** May be empty beside files, and is not read beside a template. */
  text: z.string().trim().max(MAX_ANSWER_LENGTH),
  /** Made by the screen once per answer: pressing twice, or a retry by the network, sends one. */
  idempotencyKey: z.uuid(),
  version: z.int(),
  mode: replyModeSchema.optional(),
  /** Sends a public answer although there is personal data in it; without it that is 409 `personal-data`. */
  confirmsPersonalData: z.boolean().optional(),
  /** Of files uploaded with `/reports/{id}/reply-files`. */
  fileIds: z.array(idSchema).max(10).optional(),
  /** Words of buttons below it, where `replyOptions` offer them. */
  choices: z.array(z.string().trim().min(1).max(100)).max(20).optional(),
  template: z
    .object({
      name: z.string().max(200),
      language: z.string().max(20),
      parameters: z.array(z.string().trim().max(1_000)).max(20),
    })
    .optional(),
});
/** A person decides about an answer whose fate is unknown or that failed. */
export const replyResolutionSchema = z.object({
  action: z.enum(['send-again', 'mark-sent', 'cancel', 'check']),
});
