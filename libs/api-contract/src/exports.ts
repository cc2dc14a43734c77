import { z } from 'zod';
import { overviewPeriodSchema } from './overview.js';
import { idSchema } from './primitives.js';
import { reportQuerySchema } from './reports.js';
import type { Route } from './route.js';

export const EXPORT_FORMATS = ['xlsx', 'csv'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** Reports in one file at most: a spreadsheet is put together in memory, CSV flows. */
export const EXPORT_LIMITS: Readonly<Record<ExportFormat, number>> = { xlsx: 20_000, csv: 200_000 };

const formSchema = {
  format: z.enum(EXPORT_FORMATS),
  /** Of headings and of what is no citizen's text. */
  language: z.enum(['id', 'en']).default('id'),
};

export const reportExportSchema = z.object({
  ...formSchema,
  /** Chosen ones; or all that `query` finds. */
  reportIds: z.array(idSchema).min(1).max(1_000).optional(),
  /** The query of `/reports` without cursor and limit. */
  query: reportQuerySchema.omit({ cursor: true, limit: true }).optional(),
  /** `true`: names, addresses and texts readable; for officers and admins, and noted as such. */
  showsPersonalData: z.boolean().default(false),
});
export type ReportExportInput = z.input<typeof reportExportSchema>;

export const overviewExportSchema = overviewPeriodSchema.safeExtend(formSchema);
export type OverviewExportInput = z.input<typeof overviewExportSchema>;

/** Lists and figures as files. What leaves is noted in the audit log. */
export const EXPORT_ROUTES = {
  exportReports: {
    method: 'post',
    path: '/report-exports',
    summary: 'A list as a spreadsheet (XLSX) or CSV, personal data masked unless asked otherwise',
    access: 'staff',
    body: reportExportSchema,
    isFile: true,
    status: 200,
  },
  exportOverview: {
    method: 'post',
    path: '/overview-exports',
    summary: 'The figures of a period as a spreadsheet (XLSX) or CSV',
    access: 'staff',
    body: overviewExportSchema,
    isFile: true,
    status: 200,
  },
} as const satisfies Record<string, Route>;
