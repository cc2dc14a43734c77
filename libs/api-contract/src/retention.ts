import { MAXIMUM_DAYS, MINIMUM_DAYS, RETENTION_KINDS, type RetentionKind } from '@app/report-model';
import { z } from 'zod';
import { idSchema, instantSchema } from './primitives.js';
import { reportDetailSchema } from './reports.js';
import type { Route } from './route.js';

const ruleOf = (kind: RetentionKind) =>
  z.object({ isEnabled: z.boolean(), days: z.int().min(MINIMUM_DAYS[kind]).max(MAXIMUM_DAYS) });
export const retentionSettingsSchema = z
  .object({
    /** Of the nightly run, in the installation's time zone. */
    hour: z.int().min(0).max(23),
    rules: z.object(
      Object.fromEntries(RETENTION_KINDS.map((kind) => [kind, ruleOf(kind)])) as Record<
        RetentionKind,
        ReturnType<typeof ruleOf>
      >,
    ),
  })
  .meta({ id: 'RetentionSettings' });

const runSchema = z.object({
  id: idSchema,
  requestedAt: instantSchema,
  /** Null: by itself, at night. */
  requestedBy: z.string().nullable(),
  finishedAt: instantSchema.nullable(),
  state: z.enum(['queued', 'running', 'done', 'failed']),
  results: z.array(
    z.object({
      kind: z.enum(RETENTION_KINDS),
      erased: z.int(),
      held: z.int(),
      failed: z.int(),
      /** Ticket codes, or ids, of the first that failed, and why. */
      failures: z.array(z.object({ name: z.string(), reason: z.string() })),
    }),
  ),
  problem: z.string().nullable(),
});

export const retentionSchema = z
  .object({ settings: retentionSettingsSchema, version: z.string(), runs: z.array(runSchema) })
  .meta({ id: 'Retention' });
export type RetentionView = z.infer<typeof retentionSchema>;

export const retentionPreviewSchema = z.array(
  z.object({
    kind: z.enum(RETENTION_KINDS),
    count: z.int(),
    /** There are more. */
    isCut: z.boolean(),
    /** Old enough, but kept: on legal hold. */
    held: z.int(),
    /** Saved views that look for these people, and go with them. */
    views: z.int(),
    examples: z.array(z.object({ id: idSchema, ticketCode: z.string(), at: instantSchema })),
  }),
);
export type RetentionPreviewView = z.infer<typeof retentionPreviewSchema>;

const ticketsSchema = z.array(z.object({ id: idSchema, ticketCode: z.string() }));
export const contactErasureSchema = z
  .object({
    erased: ticketsSchema,
    /** On legal hold. */
    held: ticketsSchema,
    /** Still worked on. */
    open: ticketsSchema,
    /** Name, numbers and addresses go only with the last report. */
    isNameErased: z.boolean(),
    /** Deliveries in quarantine that come from this person or name their account; they go with the name. */
    setAside: z.int(),
    /** Names of saved views that look for this person; they go with the name. */
    views: z.array(z.string()),
  })
  .meta({ id: 'ContactErasure' });
export type ContactErasureView = z.infer<typeof contactErasureSchema>;

const reasonSchema = z.string().trim().min(3).max(500);

/** How long what is kept, what is kept longer, and what a person asks to have erased. */
export const RETENTION_ROUTES = {
  getRetention: {
    method: 'get',
    path: '/retention',
    summary: 'How long each kind of data is kept, and the latest runs',
    access: 'admin',
    response: retentionSchema,
  },
  replaceRetention: {
    method: 'post',
    path: '/retention',
    summary: 'Change how long what is kept; the next run goes by it',
    access: 'admin',
    body: z.object({ settings: retentionSettingsSchema, version: z.string() }),
    response: retentionSchema,
    status: 200,
    problems: ['changed-meanwhile', 'raw-events-outlive'],
  },
  previewRetention: {
    method: 'post',
    path: '/retention/preview',
    summary: 'What a run by these settings would erase; nothing is stored or erased',
    access: 'admin',
    body: retentionSettingsSchema,
    response: retentionPreviewSchema,
    status: 200,
  },
  runRetention: {
    method: 'post',
    path: '/retention/runs',
    summary: 'Erase now what the enabled rules say',
    access: 'admin',
    response: retentionSchema,
    status: 202,
    problems: ['retention-under-way'],
  },
  placeLegalHold: {
    method: 'post',
    path: '/reports/{id}/legal-holds',
    summary: 'Keep a report, or its incident, from being erased',
    access: 'officer',
    body: z.object({ scope: z.enum(['report', 'incident']), reason: reasonSchema }),
    response: reportDetailSchema,
    status: 200,
    problems: ['legal-hold-unchanged'],
  },
  releaseLegalHold: {
    method: 'post',
    path: '/legal-holds/{id}/release',
    summary: 'End a legal hold',
    access: 'admin',
    body: z.object({ reason: reasonSchema }),
    status: 204,
  },
  previewContactErasure: {
    method: 'get',
    path: '/contacts/{id}/erasure',
    summary: 'What would be erased at the request of this person',
    access: 'admin',
    response: contactErasureSchema,
  },
  eraseContact: {
    method: 'post',
    path: '/contacts/{id}/erasure',
    summary: 'Erase what this person wrote and who they are, except what is on legal hold or worked on',
    access: 'admin',
    body: z.object({ reason: reasonSchema }),
    response: contactErasureSchema,
    status: 200,
  },
} as const satisfies Record<string, Route>;
