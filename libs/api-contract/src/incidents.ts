import { z } from 'zod';
import { idSchema, instantSchema } from './primitives.js';
import { MAX_ANSWER_LENGTH, replyOptionsSchema } from './replies.js';
import { reportSummarySchema } from './reports.js';
import type { Route } from './route.js';

/** Why two reports may be about the same thing. Shares are from 0 to 1. */
export const incidentReasonSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('identical') }),
  z.object({ kind: z.literal('respelled') }),
  z.object({ kind: z.literal('shared'), share: z.number() }),
  z.object({ kind: z.literal('contained'), share: z.number() }),
  z.object({ kind: z.literal('photo') }),
  z.object({ kind: z.literal('near'), metres: z.number() }),
]);
export type IncidentReason = z.infer<typeof incidentReasonSchema>;

export const reportIncidentSchema = z
  .object({
    /** The reports joined as one incident, this one among them, by receipt; empty without one. */
    reports: z.array(reportSummarySchema),
    /** Where other reports of the incident are, where they tell it: degrees, WGS 84. */
    places: z.array(
      z.object({ reportId: idSchema, ticketCode: z.string(), latitude: z.number(), longitude: z.number() }),
    ),
    /** Perhaps the same, the most alike first. */
    suggestions: z.array(z.object({ report: reportSummarySchema, reasons: z.array(incidentReasonSchema) })),
    /** Reports like this one whose class a person has decided. */
    examples: z.array(reportSummarySchema),
  })
  .meta({ id: 'ReportIncident' });
export type ReportIncident = z.infer<typeof reportIncidentSchema>;

const otherReportSchema = z.object({ otherId: idSchema });
/** As its screen or as its reporter names it. */
const joinSchema = z.union([otherReportSchema, z.object({ ticketCode: z.string().trim().min(1).max(20) })]);

export const incidentRecipientSchema = z.object({
  report: reportSummarySchema,
  options: replyOptionsSchema,
  isAnonymous: z.boolean(),
  /** The citizen's last message has an answer: sent, on its way, of unknown fate, or waiting for approval. */
  isAnswered: z.boolean(),
  /** The newest of those answers, masked; null: answered elsewhere, or not at all. */
  lastAnswer: z
    .object({ id: idSchema, at: instantSchema, authorName: z.string(), text: z.string() })
    .nullable(),
  /** What the citizen wrote last, masked. */
  lastMessage: z.object({ id: idSchema, text: z.string() }).nullable(),
});
export type IncidentRecipient = z.infer<typeof incidentRecipientSchema>;

export const incidentAnswerSchema = z.object({
  text: z.string().max(MAX_ANSWER_LENGTH),
  /** Made by the screen once per answer. */
  idempotencyKey: z.uuid(),
  reports: z
    .array(
      z.object({
        reportId: idSchema,
        /** As the officer saw it. */
        version: z.int(),
        /** For this reporter, where variables are filled in; else the common text. */
        text: z.string().max(MAX_ANSWER_LENGTH).optional(),
      }),
    )
    .min(1)
    .max(500),
  /** As for one answer. */
  confirmsPersonalData: z.boolean().optional(),
});
export const incidentAnswerResultSchema = z.array(
  z.object({
    reportId: idSchema,
    /** The code of a problem, as `createReply` answers it; null: the answer is in line. */
    problem: z.string().nullable(),
    awaitsApproval: z.boolean(),
  }),
);
export type IncidentAnswerResult = z.infer<typeof incidentAnswerResultSchema>;

/** Reports about the same thing. */
export const INCIDENT_ROUTES = {
  getIncident: {
    method: 'get',
    path: '/reports/{id}/incident',
    summary: 'Reports joined with this one, and others that may be about the same',
    access: 'staff',
    response: reportIncidentSchema,
  },
  joinIncident: {
    method: 'post',
    path: '/reports/{id}/incident',
    summary: 'Join with another report as one incident',
    access: 'officer',
    body: joinSchema,
    response: z.object({ joinId: idSchema }),
    problems: ['incident-unchanged', 'incident-on-legal-hold'],
  },
  leaveIncident: {
    method: 'delete',
    path: '/reports/{id}/incident',
    summary: 'Take a report out of its incident',
    access: 'officer',
    problems: ['incident-unchanged', 'incident-on-legal-hold'],
  },
  undoIncidentJoin: {
    method: 'post',
    path: '/incident-joins/{id}/undo',
    summary: 'Put the reports of a join back where they were',
    access: 'officer',
    status: 204,
    problems: ['incident-on-legal-hold'],
  },
  refuseIncident: {
    method: 'post',
    path: '/reports/{id}/incident/refusals',
    summary: 'Say that another report is not about the same thing',
    access: 'officer',
    body: otherReportSchema,
    status: 204,
  },
  undoIncidentRefusal: {
    method: 'post',
    path: '/reports/{id}/incident/refusals/undo',
    summary: 'Take back that another report is not about the same thing',
    access: 'officer',
    body: otherReportSchema,
    status: 204,
  },
  listIncidentRecipients: {
    method: 'get',
    path: '/incidents/{id}/recipients',
    summary:
      'Every report of an incident: what its channel takes as an answer now, and what it was answered last',
    access: 'staff',
    response: z.array(incidentRecipientSchema),
  },
  answerIncident: {
    method: 'post',
    path: '/incidents/{id}/answers',
    summary:
      'One answer to several reporters of an incident, each on their own channel; none when one report has changed',
    access: 'staff',
    body: incidentAnswerSchema,
    response: incidentAnswerResultSchema,
    status: 202,
    problems: ['report-changed', 'personal-data'],
  },
} as const satisfies Record<string, Route>;
