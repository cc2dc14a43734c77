import { z } from 'zod';
import { idSchema, instantSchema, reportClassSchema, reportStatusSchema } from './primitives.js';
import {
  hasNeededNote,
  NOTE_MISSING,
  reportDetailSchema,
  reportQuerySchema,
  statusNoteSchema,
} from './reports.js';
import type { Route } from './route.js';

const tagSchema = z.string().trim().min(1).max(40);
const tagsSchema = z.object({
  add: z.array(tagSchema).max(12).default([]),
  remove: z.array(tagSchema).max(12).default([]),
});
const noteSchema = z.string().trim().max(1_000).optional();

/** A filter of the list under a name, one's own or shared by a colleague. */
export const savedViewSchema = z
  .object({
    id: idSchema,
    name: z.string(),
    /** The query of `/reports`, as in an address. */
    query: z.string(),
    isShared: z.boolean(),
    isOwn: z.boolean(),
    ownerName: z.string(),
  })
  .meta({ id: 'SavedView' });
export type SavedView = z.infer<typeof savedViewSchema>;

/** No two that a person sees have the same name. */
const viewNameSchema = z.object({ name: z.string().trim().min(1).max(60), isShared: z.boolean() });

export const bulkActionSchema = z.discriminatedUnion('kind', [
  z
    .object({ kind: z.literal('status'), status: reportStatusSchema, note: statusNoteSchema })
    .refine(hasNeededNote, NOTE_MISSING),
  z.object({ kind: z.literal('dispose'), agencyId: idSchema, note: noteSchema }),
  z.object({ kind: z.literal('assign'), userId: idSchema.nullable() }),
  z.object({ kind: z.literal('class'), class: reportClassSchema }),
  tagsSchema.extend({ kind: z.literal('tag') }),
  z.object({ kind: z.literal('snooze'), until: instantSchema.nullable() }),
]);
export type BulkActionInput = z.input<typeof bulkActionSchema>;

/** Of many reports: by id, or all that a filter finds. */
export const newBulkJobSchema = z.object({
  action: bulkActionSchema,
  reportIds: z.array(idSchema).min(1).max(1_000).optional(),
  /** Instead of ids: the query of `/reports` without cursor, order and limit. */
  query: reportQuerySchema.omit({ cursor: true, order: true, limit: true }).optional(),
});

export const bulkJobSchema = z
  .object({
    id: idSchema,
    kind: z.string(),
    total: z.int(),
    done: z.int(),
    /** Were so already. */
    unchanged: z.int(),
    refused: z.int(),
    isFinished: z.boolean(),
  })
  .meta({ id: 'BulkJob' });
export type BulkJob = z.infer<typeof bulkJobSchema>;

export const bulkItemSchema = z.object({
  reportId: idSchema,
  ticketCode: z.string(),
  outcome: z.enum(['done', 'unchanged', 'refused']).nullable(),
  /** A problem code, when it was refused. */
  problem: z.string().nullable(),
});
export type BulkItem = z.infer<typeof bulkItemSchema>;

/** Rest, tags, the way back, saved views, and many reports at once. */
export const SORTING_ROUTES = {
  snooze: {
    method: 'post',
    path: '/reports/{id}/snooze',
    summary: 'Let a report rest until a time; null wakes it',
    access: 'staff',
    body: z.object({ until: instantSchema.nullable(), version: z.int() }),
    response: reportDetailSchema,
    problems: ['report-changed'],
  },
  tag: {
    method: 'post',
    path: '/reports/{id}/tags',
    summary: 'Add and remove tags',
    access: 'staff',
    body: tagsSchema.extend({ version: z.int() }),
    response: reportDetailSchema,
    problems: ['report-changed'],
  },
  undo: {
    method: 'post',
    path: '/reports/{id}/undo',
    summary: 'Take one’s own last change back, within a minute',
    access: 'staff',
    body: z.object({ version: z.int() }),
    response: reportDetailSchema,
    problems: ['report-changed', 'nothing-to-undo'],
  },
  listTags: {
    method: 'get',
    path: '/tags',
    summary: 'Tags, those used last first',
    access: 'staff',
    response: z.array(z.string()),
  },
  listSavedViews: {
    method: 'get',
    path: '/saved-views',
    summary: 'One’s own views and those that colleagues share',
    access: 'staff',
    response: z.array(savedViewSchema),
  },
  saveView: {
    method: 'post',
    path: '/saved-views',
    summary: 'Keep a filter under a name',
    access: 'staff',
    body: viewNameSchema.extend({ query: z.string().max(2_000) }),
    response: z.object({ id: idSchema }),
    status: 201,
    problems: ['view-name-taken'],
  },
  changeSavedView: {
    method: 'patch',
    path: '/saved-views/{id}',
    summary: 'Give a view of one’s own another name, share it or not',
    access: 'staff',
    body: viewNameSchema,
    problems: ['view-name-taken'],
  },
  removeSavedView: {
    method: 'delete',
    path: '/saved-views/{id}',
    summary: 'Remove a view of one’s own',
    access: 'staff',
  },
  startBulk: {
    method: 'post',
    path: '/bulk-jobs',
    summary: 'Change many reports, in the background',
    access: 'staff',
    body: newBulkJobSchema,
    response: bulkJobSchema,
    status: 202,
  },
  getBulkJob: {
    method: 'get',
    path: '/bulk-jobs/{id}',
    summary: 'How far a change of many reports is',
    access: 'staff',
    response: bulkJobSchema,
  },
  listBulkItems: {
    method: 'get',
    path: '/bulk-jobs/{id}/items',
    summary: 'What became of each report; what was refused first, at most 500',
    access: 'staff',
    response: z.array(bulkItemSchema),
  },
  undoBulk: {
    method: 'post',
    path: '/bulk-jobs/{id}/undo',
    summary: 'Take a change of many reports back, where nobody has gone on from it',
    access: 'staff',
    response: bulkJobSchema,
    status: 202,
  },
} as const satisfies Record<string, Route>;
