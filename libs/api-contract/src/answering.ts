import { z } from 'zod';
import { idSchema, instantSchema } from './primitives.js';
import { reportDetailSchema } from './reports.js';
import type { Route } from './route.js';

const contentSchema = z.object({
  name: z.string().trim().min(2).max(80),
  textId: z.string().trim().min(1).max(5_000),
  textEn: z.string().trim().min(1).max(5_000).nullable(),
});
export const answerTemplateSchema = contentSchema
  .extend({ id: idSchema, updatedAt: instantSchema })
  .meta({ id: 'AnswerTemplate' });
export type AnswerTemplate = z.infer<typeof answerTemplateSchema>;

/** Templates of the office's own, and the look of a colleague before an answer is sent. */
export const ANSWERING_ROUTES = {
  listAnswerTemplates: {
    method: 'get',
    path: '/answer-templates',
    summary: 'Texts to answer with, by name',
    access: 'staff',
    response: z.array(answerTemplateSchema),
  },
  addAnswerTemplate: {
    method: 'post',
    path: '/answer-templates',
    summary: 'Add a text to answer with',
    access: 'admin',
    body: contentSchema,
    response: answerTemplateSchema,
    status: 201,
  },
  changeAnswerTemplate: {
    method: 'patch',
    path: '/answer-templates/{id}',
    summary: 'Change a text to answer with',
    access: 'admin',
    body: contentSchema,
    response: answerTemplateSchema,
  },
  removeAnswerTemplate: {
    method: 'delete',
    path: '/answer-templates/{id}',
    summary: 'Remove a text to answer with',
    access: 'admin',
  },
  decideApproval: {
    method: 'post',
    path: '/replies/{id}/approval',
    summary: 'Send an answer that waits for approval, or give it back to its author',
    access: 'officer',
    body: z.object({
      action: z.enum(['approve', 'return']),
      /** For the author, when it is given back. */
      note: z.string().trim().max(1_000).optional(),
      version: z.int(),
    }),
    response: reportDetailSchema,
    problems: ['reply-not-open', 'approval-by-others', 'report-changed'],
  },
} as const satisfies Record<string, Route>;
