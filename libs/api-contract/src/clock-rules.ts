import { z } from 'zod';
import { MATTERS, STAGES } from '@app/report-model';
import { instantSchema } from './primitives.js';
import type { Route } from './route.js';

const daySchema = z.object({
  date: z.iso.date(),
  name: z.string().trim().min(1).max(200),
  /** `joint-leave` (cuti bersama) is no working day for civil servants either. */
  kind: z.enum(['holiday', 'joint-leave']),
});
const yearSchema = z.object({
  year: z.int().min(2000).max(2100),
  /** The decree that the days were taken from. */
  source: z.string().trim().min(1).max(300),
  days: z.array(daySchema).max(100),
});
const levelSchema = z.object({
  matter: z.enum(MATTERS),
  stage: z.enum(STAGES),
  workingDays: z.int().min(0).max(365),
  legalBasis: z.object({
    id: z.string().trim().min(1).max(500),
    en: z.string().trim().min(1).max(500),
  }),
  /** For reports received on this day or later, until a newer level begins. */
  validFrom: z.iso.date(),
});

export const clockRulesSchema = z
  .object({
    years: z.array(yearSchema).max(50),
    levels: z.array(levelSchema).max(500),
    /** 1: Monday … 7: Sunday. */
    weekdays: z.array(z.int().min(1).max(7)).min(1).max(7),
  })
  .meta({ id: 'ClockRules' });
export type ClockRules = z.infer<typeof clockRulesSchema>;

/** `version` tells whether somebody else has saved other rules since they were read. */
export const storedClockRulesSchema = clockRulesSchema
  .extend({ version: z.string() })
  .meta({ id: 'StoredClockRules' });
export type StoredClockRules = z.infer<typeof storedClockRulesSchema>;

const previewSchema = z.object({
  rules: clockRulesSchema,
  /** A report received on this day. */
  receivedOn: z.iso.date(),
  matter: z.enum(MATTERS),
});
const exampleSchema = z.object({ dueAt: instantSchema, isProvisional: z.boolean() }).nullable();
export const clockPreviewSchema = z.array(
  z.object({ stage: z.enum(STAGES), now: exampleSchema, then: exampleSchema }),
);
export type ClockPreview = z.infer<typeof clockPreviewSchema>;

/** What legal deadlines are counted with. */
export const CLOCK_ROUTES = {
  getClockRules: {
    method: 'get',
    path: '/clock-rules',
    summary: 'Working days, holidays by year, and the days for each matter and stage',
    access: 'admin',
    response: storedClockRulesSchema,
  },
  replaceClockRules: {
    method: 'post',
    path: '/clock-rules',
    summary: 'Change them; deadlines of open reports are counted anew',
    access: 'admin',
    body: storedClockRulesSchema,
    response: storedClockRulesSchema,
    status: 200,
    problems: ['changed-meanwhile'],
  },
  previewClockRules: {
    method: 'post',
    path: '/clock-rules/preview',
    summary: 'Deadlines of an example by the rules in force and by others, which are not stored',
    access: 'admin',
    body: previewSchema,
    response: clockPreviewSchema,
    status: 200,
  },
} as const satisfies Record<string, Route>;
