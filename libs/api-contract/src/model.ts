import { REPORT_FLAGS, reportFlagsSchema } from '@app/report-model';
import { z } from 'zod';
import { idSchema, instantSchema, pageOf, reportClassSchema } from './primitives.js';
import type { Route } from './route.js';

const flagSchema = z.enum(REPORT_FLAGS);
const count = z.int().min(0);
const share = z.number().min(0).max(1);

/** Fractions from 0 to 1; `support`: texts that truly are of the class. */
const figuresSchema = z.object({ precision: share, recall: share, f1: share, support: count });

const testFiguresSchema = z.object({
  rows: count,
  macroF1: share,
  accuracy: share,
  /** Share of genuine texts that were called spam. */
  genuineCalledSpam: share,
  classes: z.record(reportClassSchema, figuresSchema),
  flags: z.partialRecord(flagSchema, figuresSchema),
});
export type TestFigures = z.infer<typeof testFiguresSchema>;

/** `corpus`: themes of the corpus that were held out; `corrections`: decisions that no model learns from. */
export const testSetSchema = z.enum(['corpus', 'corrections']);
export const modelStateSchema = z.enum([
  'queued',
  'training',
  'shadow',
  'ready',
  'current',
  'former',
  'refused',
  'failed',
]);

export const modelVersionSchema = z
  .object({
    id: idSchema,
    /** Counts trainings, for people. */
    number: z.int(),
    source: z.enum(['shipped', 'trained']),
    state: modelStateSchema,
    /** As classifications carry it; null until trained. */
    version: z.string().nullable(),
    requestedAt: instantSchema,
    /** Null: by itself, or a program. */
    requestedBy: z.string().nullable(),
    trainedAt: instantSchema.nullable(),
    inForceSince: instantSchema.nullable(),
    decidedAt: instantSchema.nullable(),
    decidedBy: z.string().nullable(),
    corpusSize: count,
    correctionCount: count,
    heldOutCount: count,
    step: z.string().nullable(),
    /**
     * Why it was refused: `worse`, `contradicted`, `by-person`, `replaced`, `current-changed`, `upgraded`; for one that
     * failed, what went wrong.
     */
    reason: z.string().nullable(),
    worse: z.array(
      z.object({
        set: testSetSchema,
        what: z.union([reportClassSchema, flagSchema]),
        from: share,
        to: share,
      }),
    ),
    tests: z.array(
      z.object({ set: testSetSchema, candidate: testFiguresSchema, current: testFiguresSchema }),
    ),
    isRestorable: z.boolean(),
  })
  .meta({ id: 'ModelVersion' });
export type ModelVersion = z.infer<typeof modelVersionSchema>;

export const learningSettingsSchema = z
  .object({
    /** Hour of the day (0 to 23, installation's time zone) at which a model is trained by itself; null: never. */
    trainingHour: z.int().min(0).max(23).nullable(),
    /** Fewer new decisions than this are not worth a training. */
    minimumCorrections: z.int().min(1).max(10_000),
    /** Messages that a candidate classifies beside the model in force before it is decided on; 0: none. */
    shadowMessages: z.int().min(0).max(20_000),
    /** How much the F1 of a class may fall, 0 to 1. */
    margin: share,
    promotesByItself: z.boolean(),
  })
  .meta({ id: 'LearningSettings' });
export type LearningSettings = z.infer<typeof learningSettingsSchema>;

export const modelOverviewSchema = z
  .object({
    /** Newest first; one of them is `current`, at most one `shadow` or `ready`. */
    versions: z.array(modelVersionSchema),
    /** Of the candidate, while there is one. */
    shadow: z
      .object({
        seen: count,
        differing: count,
        /** Reports whose class a person has decided since, by who was right. */
        candidateRight: count,
        currentRight: count,
      })
      .nullable(),
    /** Decisions that the next training would learn or unlearn. */
    newCorrections: count,
    settings: learningSettingsSchema,
  })
  .meta({ id: 'ModelOverview' });
export type ModelOverview = z.infer<typeof modelOverviewSchema>;

export const modelQualitySchema = z
  .object({
    weeks: z.array(
      z.object({
        /** Its Monday. */
        week: z.iso.date(),
        classes: z.partialRecord(reportClassSchema, count),
        confidence: share.nullable(),
        corrected: count,
        confirmed: count,
      }),
    ),
    classes: z.array(
      z.object({
        class: reportClassSchema,
        /** Reports that the model called so; of these decided by a person, and decided otherwise. */
        said: count,
        decided: count,
        corrected: count,
        /** Among reports that a person decided on; null when there is none. */
        precision: share.nullable(),
        recall: share.nullable(),
      }),
    ),
  })
  .meta({ id: 'ModelQuality' });
export type ModelQuality = z.infer<typeof modelQualitySchema>;

export const correctionIdSchema = z.string().regex(/^\d{1,18}$/);
const judgementSchema = z.object({ class: reportClassSchema, flags: reportFlagsSchema });

/** What a person decided on a report's class and flags, and what the model had said. */
export const correctionSchema = z
  .object({
    id: correctionIdSchema,
    reportId: idSchema,
    ticketCode: z.string(),
    /** Without personal data. */
    excerpt: z.string(),
    at: instantSchema,
    byName: z.string().nullable(),
    from: judgementSchema,
    to: judgementSchema,
    modelVersion: z.string(),
    isLeftOut: z.boolean(),
    leftOutBy: z.string().nullable(),
  })
  .meta({ id: 'Correction' });
export type Correction = z.infer<typeof correctionSchema>;

export const shadowDifferenceSchema = z.object({
  reportId: idSchema,
  ticketCode: z.string(),
  /** Without personal data. */
  excerpt: z.string(),
  at: instantSchema,
  class: reportClassSchema,
  candidateClass: reportClassSchema,
  confidence: share,
  candidateConfidence: share,
  flags: z.array(flagSchema),
  candidateFlags: z.array(flagSchema),
  /** What a person has decided. */
  decidedClass: reportClassSchema.nullable(),
});
export type ShadowDifference = z.infer<typeof shadowDifferenceSchema>;

/** How the classifier learns from what people decide. */
export const MODEL_ROUTES = {
  getModel: {
    method: 'get',
    path: '/model',
    summary: 'The model in force, the candidate, and those before',
    access: 'admin',
    response: modelOverviewSchema,
  },
  getModelQuality: {
    method: 'get',
    path: '/model/quality',
    summary: 'How the model does: week by week, and class by class as people decided',
    access: 'admin',
    query: z.object({ weeks: z.coerce.number().int().min(1).max(104).default(12) }),
    response: modelQualitySchema,
  },
  trainModel: {
    method: 'post',
    path: '/model/trainings',
    summary: 'Train a candidate now, on the corpus and what people decided',
    access: 'admin',
    response: modelOverviewSchema,
    status: 202,
    problems: ['too-few-corrections', 'training-under-way'],
  },
  promoteModel: {
    method: 'post',
    path: '/model/versions/{id}/promotion',
    summary: 'Put the candidate in force',
    access: 'admin',
    response: modelOverviewSchema,
    problems: ['candidate-not-ready', 'candidate-worse'],
  },
  refuseModel: {
    method: 'post',
    path: '/model/versions/{id}/refusal',
    summary: 'Refuse the candidate',
    access: 'admin',
    response: modelOverviewSchema,
    problems: ['candidate-not-ready'],
  },
  restoreModel: {
    method: 'post',
    path: '/model/versions/{id}/restoration',
    summary: 'Go back to a model that was in force before',
    access: 'admin',
    response: modelOverviewSchema,
    problems: ['model-not-kept'],
  },
  listShadowDifferences: {
    method: 'get',
    path: '/model/versions/{id}/differences',
    summary: 'Reports that the candidate would have classified otherwise, newest first',
    access: 'admin',
    response: z.array(shadowDifferenceSchema),
  },
  listCorrections: {
    method: 'get',
    path: '/model/corrections',
    summary: 'What people decided on class and flags, newest first',
    access: 'admin',
    query: z.object({
      cursor: correctionIdSchema.optional(),
      limit: z.coerce.number().int().min(1).max(100).default(20),
    }),
    response: pageOf(correctionSchema),
  },
  reviewCorrection: {
    method: 'patch',
    path: '/model/corrections/{id}',
    summary: 'Leave a decision out of learning, or take it in again',
    access: 'admin',
    body: z.object({ isLeftOut: z.boolean() }),
    response: correctionSchema,
  },
  changeLearningSettings: {
    method: 'patch',
    path: '/model/settings',
    summary: 'When models are trained and what is asked of a candidate',
    access: 'admin',
    body: learningSettingsSchema.partial(),
    response: learningSettingsSchema,
  },
} as const satisfies Record<string, Route>;
