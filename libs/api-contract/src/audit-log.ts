import { z } from 'zod';
import { idSchema, instantSchema, pageOf } from './primitives.js';
import type { Route } from './route.js';

export const auditEntrySchema = z
  .object({
    id: z.string(),
    /** `timeline`: a person's or program's change of a report, which its timeline tells in full. */
    source: z.enum(['audit', 'timeline']),
    at: instantSchema,
    actor: z.object({
      kind: z.enum(['user', 'token', 'system']),
      id: idSchema.nullable(),
      name: z.string().nullable(),
    }),
    action: z.string(),
    /** `<kind>:<id>`, or a kind alone. */
    subject: z.string(),
    subjectName: z.string().nullable(),
    data: z.record(z.string(), z.unknown()),
  })
  .meta({ id: 'AuditEntry' });
export type AuditEntry = z.infer<typeof auditEntrySchema>;

const filterSchema = {
  actor: z.union([idSchema, z.literal('system')]).optional(),
  action: z
    .string()
    .regex(/^[a-z-]{1,60}$/)
    .optional(),
  subjectKind: z
    .string()
    .regex(/^[a-z_-]{1,40}$/)
    .optional(),
  ticketCode: z.string().trim().toUpperCase().min(1).max(40).optional(),
  /** First and last day, in the installation's time zone. */
  from: z.iso.date().optional(),
  to: z.iso.date().optional(),
};
export const auditExportSchema = z.object({
  ...filterSchema,
  /** Of headings. */
  language: z.enum(['id', 'en']).default('id'),
});
export type AuditExportInput = z.input<typeof auditExportSchema>;

/** Entries in one file at most. */
export const AUDIT_EXPORT_LIMIT = 100_000;

/** Who did what, when and to which thing; for admins. */
export const AUDIT_LOG_ROUTES = {
  searchAuditLog: {
    method: 'get',
    path: '/audit-log',
    summary: 'What people, programs and the system did, newest first',
    access: 'admin',
    query: z.object({
      ...filterSchema,
      cursor: z
        .string()
        .regex(/^\d{1,17}\.[01]\.\d{1,18}$/)
        .optional(),
      limit: z.coerce.number().int().min(1).max(100).default(50),
    }),
    response: pageOf(auditEntrySchema),
  },
  exportAuditLog: {
    method: 'post',
    path: '/audit-exports',
    summary: 'The same as CSV; is itself noted',
    access: 'admin',
    body: auditExportSchema,
    isFile: true,
    status: 200,
  },
} as const satisfies Record<string, Route>;
