import { z } from 'zod';
import {
  ATTACHMENT_KINDS,
  ATTACHMENT_REFUSALS,
  ATTACHMENT_STATES,
  CONVERSATION_KINDS,
  REPORT_CLASSES,
  REPORT_FLAGS,
  REPORT_LANGUAGES,
  evidenceSchema,
  needOf,
  reportFlagsSchema,
} from '@app/report-model';
import {
  bilingualSchema,
  channelSchema,
  idSchema,
  instantSchema,
  pageOf,
  personSchema,
  reportClassSchema,
  reportStatusSchema,
} from './primitives.js';
import { newReplySchema, replyOptionsSchema, replySchema } from './replies.js';
import { factsSchema } from './facts.js';
import { noteSchema } from './teamwork.js';

export const reportSummarySchema = z
  .object({
    id: idSchema,
    ticketCode: z.string(),
    channel: channelSchema,
    connectionId: idSchema,
    connectionName: z.string(),
    class: reportClassSchema,
    /** Who decided the class. */
    classSource: z.enum(['model', 'person']),
    /** 0 to 1; 1 when a person decided. */
    confidence: z.number(),
    /** The classifier is too unsure to act on and nobody has decided yet ("perlu ditinjau"). */
    isUnsure: z.boolean(),
    /** The second matter, where two apply. */
    secondary: reportClassSchema.nullable(),
    /** The incident it was joined to, and how many reports that has. */
    incident: z.object({ id: idSchema, size: z.int() }).nullable(),
    flags: reportFlagsSchema,
    /**
     * What the citizen writes in, told by all their messages of this report together, so that a short one more hardly
     * changes it; `und`: it cannot be told.
     */
    language: z.enum(REPORT_LANGUAGES),
    /** Code of the topic, as the taxonomy names it. */
    topicCode: z.string().nullable(),
    topicGroup: z.string().nullable(),
    /** Of the smallest area that is certain. */
    areaCode: z.string().nullable(),
    /** The citizen asked that it be kept from everybody who does not handle it. */
    isConfidential: z.boolean(),
    status: reportStatusSchema,
    agency: z.object({ id: idSchema, shortName: z.string() }).nullable(),
    assignee: personSchema.nullable(),
    contactName: z.string(),
    /** The beginning of the matter, at most 280 characters, one line, personal data masked. */
    excerpt: z.string(),
    messageCount: z.int(),
    hasUnansweredMessage: z.boolean(),
    /** An answer failed, or it is not known whether it arrived: a person decides. */
    hasUndecidedReply: z.boolean(),
    hasAttachments: z.boolean(),
    /** It rests until then: lists leave it out unless they are asked for it. */
    snoozedUntil: instantSchema.nullable(),
    tags: z.array(z.string()),
    /** After a search: a stretch of its messages with the words found between U+0001 and U+0002. */
    match: z.string().nullable(),
    /** The citizen has deleted every message of it on the platform. */
    isWithdrawn: z.boolean(),
    /** Its texts were erased when their time was over, or at the reporter's request. */
    isErased: z.boolean(),
    /** Nothing of it may be erased. */
    hasLegalHold: z.boolean(),
    receivedAt: instantSchema,
    lastMessageAt: instantSchema,
    firstAnsweredAt: instantSchema.nullable(),
    /** The earliest legal clock that runs; null while on hold, after the end, and where none is set. */
    nextDueAt: instantSchema.nullable(),
    version: z.int(),
  })
  .meta({ id: 'ReportSummary' });
export type ReportSummary = z.infer<typeof reportSummarySchema>;

/** Lists answer with `class=complaint&class=spam` as an array; one value is an array of one. */
const listOf = <T extends z.ZodType>(item: T) =>
  z.preprocess(
    (value) => (value === undefined || Array.isArray(value) ? value : [value]),
    z.array(item).optional(),
  );

export const reportQuerySchema = z.object({
  /** These and no others; at most 100. */
  id: listOf(idSchema).refine((ids) => (ids?.length ?? 0) <= 100, { error: 'At most 100' }),
  class: listOf(reportClassSchema),
  status: listOf(reportStatusSchema),
  channel: listOf(channelSchema),
  /** BCP 47; `und`: it cannot be told. */
  language: listOf(z.enum(REPORT_LANGUAGES)),
  agencyId: idSchema.optional(),
  flag: listOf(z.enum(REPORT_FLAGS)),
  /** `me`, `none`, or a user's id. */
  assignee: z.union([z.enum(['me', 'none']), idSchema]).optional(),
  /** `true`: open, and the citizen's last message has no answer. */
  unanswered: z.stringbool().optional(),
  /** `true`: an answer waits for approval. */
  approval: z.stringbool().optional(),
  /** `true`: an answer failed, or it is not known whether it arrived. */
  undecided: z.stringbool().optional(),
  /** Of the first answer: `given`, `on-time`, or `late` (given late, or not yet and its time has run out). */
  answer: z.enum(['given', 'on-time', 'late']).optional(),
  /** Stars that citizens gave to the answer, 1 to 5. */
  stars: listOf(z.coerce.number().int().min(1).max(5)),
  /** Each of these. */
  tag: listOf(z.string().min(1).max(40)),
  /** Without it none that rests, unless words are searched for. */
  snoozed: z.enum(['hide', 'only', 'any']).optional(),
  /** Received from then on, and before; or from a day to a day in the installation's time zone, both included. */
  from: z.union([instantSchema, z.iso.date()]).optional(),
  to: z.union([instantSchema, z.iso.date()]).optional(),
  connectionId: idSchema.optional(),
  /** `true`: only reports with files. */
  hasAttachments: z.stringbool().optional(),
  /** Codes of groups of topics; `none`: no topic was found. */
  topic: listOf(z.string().regex(/^[a-z0-9_.-]{1,60}$/)),
  /**
   * Code of an area: reports from there and from what lies in it; `64.08.none`: from there, but it is not known where in
   * it; `none`: no place was found.
   */
  area: z
    .string()
    .regex(/^(none|\d\d(\.\d\d)?(\.none)?|\d\d\.\d\d\.\d\d(\.\d{4})?)$/)
    .optional(),
  /** `true`: only reports that a person must look at first. */
  unsure: z.stringbool().optional(),
  /** Reports that were joined as this incident. */
  incidentId: idSchema.optional(),
  /** `true`: kept from being erased. */
  legalHold: z.stringbool().optional(),
  /** Words that all occur in the messages, or in the writer's name, the last one perhaps only begun; or a ticket code. */
  q: z.string().trim().max(200).optional(),
  /** `overdue`: a clock has run out. `soon`: one has, or will before the end of the next working day. */
  clock: z.enum(['overdue', 'soon']).optional(),
  /** `newest`: by last message, newest first. `oldest`: by receipt. `due`: by the earliest clock that runs. */
  order: z.enum(['newest', 'oldest', 'due']).default('newest'),
  cursor: z.string().max(300).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
});
export type ReportQuery = z.infer<typeof reportQuerySchema>;
export const reportPageSchema = pageOf(reportSummarySchema);
export type ReportPage = z.infer<typeof reportPageSchema>;

/** Open reports by status, class and language; each number stops at 1000 ("999+"). */
export const reportCountsSchema = z
  .object({
    byStatus: z.record(z.string(), z.int()),
    byClass: z.record(z.string(), z.int()),
    byLanguage: z.record(z.string(), z.int()),
    /** Waiting for an answer, snoozed ones included, spam not: as the overview counts them. */
    unanswered: z.int(),
    /** Waiting for a person's look at their class. */
    unsure: z.int(),
    /** Of the person who asks. */
    mine: z.int(),
    /** Open and of present danger. */
    urgent: z.int(),
    overdue: z.int(),
    /** Not yet run out, but before the end of the next working day. */
    dueSoon: z.int(),
  })
  .meta({ id: 'ReportCounts' });
export type ReportCounts = z.infer<typeof reportCountsSchema>;

/** How many reports a filter finds, and of which classes; beyond `cap` nothing is counted, and the classes are not all. */
export const foundReportsSchema = z
  .object({ count: z.int(), cap: z.int(), byClass: z.record(z.string(), z.int()) })
  .meta({ id: 'FoundReports' });
export type FoundReports = z.infer<typeof foundReportsSchema>;

export const attachmentSchema = z.object({
  id: idSchema,
  kind: z.enum(ATTACHMENT_KINDS),
  fileName: z.string().nullable(),
  mimeType: z.string().nullable(),
  sizeBytes: z.number().nullable(),
  description: z.string().nullable(),
  /** On the platform; it may no longer work. */
  url: z.string().nullable(),
  /** `stored`: at `/attachments/{id}`; see the kinds of state in the report model. */
  state: z.enum(ATTACHMENT_STATES),
  refusal: z.enum(ATTACHMENT_REFUSALS).nullable(),
  /** Why it is not here, for the officer. */
  problem: z.string().nullable(),
  /** When it is fetched again by itself; `failed` without it waits for a person. */
  nextAttemptAt: instantSchema.nullable(),
  /** At `/attachments/{id}/thumbnail`. */
  hasThumbnail: z.boolean(),
  /** Pixels of the original picture. */
  width: z.int().nullable(),
  height: z.int().nullable(),
  /** Where the camera was, from the file itself. */
  place: z.object({ latitude: z.number(), longitude: z.number() }).nullable(),
});
export type Attachment = z.infer<typeof attachmentSchema>;

export const messageSchema = z
  .object({
    id: idSchema,
    direction: z.enum(['inbound', 'outbound']),
    authorName: z.string(),
    authorHandle: z.string().nullable(),
    text: z.string(),
    attachments: z.array(attachmentSchema),
    location: z
      .object({ latitude: z.number(), longitude: z.number(), label: z.string().nullable() })
      .nullable(),
    reactions: z.array(z.object({ emoji: z.string(), authorName: z.string() })),
    sentAt: instantSchema,
    receivedAt: instantSchema,
    editedAt: instantSchema.nullable(),
    deletedAt: instantSchema.nullable(),
    /** Earlier texts of an edited message, oldest first. */
    revisions: z.array(z.object({ text: z.string(), replacedAt: instantSchema })),
    /** e.g. `timestamp-implausible`, `text-truncated`. */
    notes: z.array(z.string()),
    permalink: z.string().nullable(),
  })
  .meta({ id: 'Message' });
export type Message = z.infer<typeof messageSchema>;

export const timelineEntrySchema = z
  .object({
    id: z.string(),
    /**
     * `created`, `message-received`, `message-edited`, `message-deleted`, `classified`, `class-corrected`, `flags-corrected`,
     * `status-changed`, `disposed`, `assigned`, `reply-queued`, `reply-sent`, `reply-delivered`, `reply-read`,
     * `reply-failed`, `reply-unknown`, `reply-cancelled`, `reopened`, `resumed`, `conversation-moved`, `reaction`, `noted`,
     * `topic-corrected`, `area-corrected`, `personal-data-revealed`, `incident-joined`, `incident-left`,
     * `incident-refused`, `incident-refusal-undone`, `erased`, `legal-hold-placed`, `legal-hold-released`.
     */
    kind: z.string(),
    actorKind: z.enum(['citizen', 'user', 'system', 'token']),
    /** Of the user or token. */
    actorId: idSchema.nullable(),
    actorName: z.string(),
    /** What the kind needs, e.g. `{from, to}`. */
    data: z.record(z.string(), z.unknown()),
    at: instantSchema,
  })
  .meta({ id: 'TimelineEntry' });
export type TimelineEntry = z.infer<typeof timelineEntrySchema>;

export const clockSchema = z
  .object({
    stage: z.enum(['verification', 'answer', 'completion']),
    dueAt: instantSchema,
    workingDays: z.int(),
    /** `paused`: the report waits for the citizen. `met-late`: done, but after its time. */
    state: z.enum(['running', 'overdue', 'paused', 'met', 'met-late']),
    legalBasis: bilingualSchema,
    /** The holidays of a year on the way are not known yet. */
    isProvisional: z.boolean(),
  })
  .meta({ id: 'Clock' });
export type Clock = z.infer<typeof clockSchema>;

export const reportDetailSchema = reportSummarySchema
  .extend({
    contact: z.object({
      id: idSchema,
      displayName: z.string(),
      handle: z.string().nullable(),
      /** Masked: `0812****90`. */
      phone: z.string().nullable(),
      email: z.string().nullable(),
      isAnonymous: z.boolean(),
      /** Name and accounts were erased. */
      isErased: z.boolean(),
      otherReports: z.array(
        z.object({
          id: idSchema,
          ticketCode: z.string(),
          class: reportClassSchema,
          status: reportStatusSchema,
        }),
      ),
    }),
    conversation: z.object({ kind: z.enum(CONVERSATION_KINDS), title: z.string().nullable() }),
    /** The classifier's latest opinion, kept beside a correction. */
    classification: z
      .object({
        label: reportClassSchema,
        confidence: z.number(),
        unsure: z.boolean(),
        secondary: reportClassSchema.nullable(),
        scores: z.record(z.enum(REPORT_CLASSES), z.number()),
        flags: reportFlagsSchema,
        evidence: z.array(evidenceSchema),
        /** The text the evidence offsets point into. */
        text: z.string(),
        modelVersion: z.string(),
      })
      .nullable(),
    facts: factsSchema.nullable(),
    /** What the citizen says of the answer: 1 (not helped at all) to 5 (very well), and in words. */
    rating: z.object({ stars: z.int().min(1).max(5), words: z.string(), ratedAt: instantSchema }).nullable(),
    /** Whether texts are shown with placeholders such as `[NIK 1]`; `revealReport` shows them clear. */
    isMasked: z.boolean(),
    messages: z.array(messageSchema),
    replies: z.array(replySchema),
    /** In force, also those of its incident. */
    legalHolds: z.array(
      z.object({
        id: idSchema,
        scope: z.enum(['report', 'incident']),
        reason: z.string(),
        placedAt: instantSchema,
        placedBy: z.string().nullable(),
      }),
    ),
    /** Internal, oldest first. */
    notes: z.array(noteSchema),
    timeline: z.array(timelineEntrySchema),
    clocks: z.array(clockSchema),
    replyOptions: replyOptionsSchema,
    allowedStatuses: z.array(reportStatusSchema),
  })
  .meta({ id: 'ReportDetail' });
export type ReportDetail = z.infer<typeof reportDetailSchema>;

/** `version` is the one the officer saw: a report changed since then answers 409 `report-changed`. */
export const classCorrectionSchema = z.object({
  /** Absent: only the flags are set; the class stays as it is, and as undecided. */
  class: reportClassSchema.optional(),
  flags: reportFlagsSchema.partial().optional(),
  version: z.int(),
});
/**
 * What goes with the new status: the question to the citizen (`on-hold`) or who is in charge (`not-our-authority`), which
 * the citizen reads; the reason (`archived`) or a note, which stay in the office. The first three are required.
 */
export const statusNoteSchema = z.string().trim().max(1000).optional();
export const hasNeededNote = ({
  status,
  note,
}: {
  status: z.infer<typeof reportStatusSchema>;
  note?: string | undefined;
}): boolean => needOf(status) === null || Boolean(note);
export const NOTE_MISSING = { path: ['note'], error: 'This status needs a note' };
export const statusChangeSchema = z
  .object({
    status: reportStatusSchema,
    note: statusNoteSchema,
    /** Sent to the citizen in the same act: both happen, or neither. */
    answer: newReplySchema
      .pick({ text: true, idempotencyKey: true, mode: true, confirmsPersonalData: true })
      .optional(),
    version: z.int(),
  })
  .refine(hasNeededNote, NOTE_MISSING);
export const dispositionSchema = z.object({
  agencyId: idSchema,
  note: z.string().trim().max(2000).optional(),
  version: z.int(),
});
export const assignmentSchema = z.object({ userId: idSchema.nullable(), version: z.int() });
