import { z } from 'zod';
import { ledgerNumberSchema, quarantinedEventSchema } from './connections.js';
import { channelSchema, idSchema, instantSchema, pageOf } from './primitives.js';
import type { Route } from './route.js';

const processSchema = z.object({
  id: idSchema,
  kind: z.enum(['api', 'worker']),
  host: z.string(),
  pid: z.int(),
  startedAt: instantSchema,
  seenAt: instantSchema,
  /** False: it gave no sign for half a minute. */
  isAlive: z.boolean(),
});

const sweepSchema = z.object({
  name: z.string(),
  everyMs: z.int(),
  startedAt: instantSchema,
  /** Null while its first run lasts. */
  endedAt: instantSchema.nullable(),
  tookMs: z.int().nullable(),
  failedAt: instantSchema.nullable(),
  failure: z.string().nullable(),
  /** `failed`: the last run; `late`: it should have run again by now. */
  state: z.enum(['ok', 'failed', 'late']),
});

const queueSchema = z.object({
  name: z.string(),
  waiting: z.int(),
  active: z.int(),
  delayed: z.int(),
  failed: z.int(),
  oldestWaitingAt: instantSchema.nullable(),
  /** The latest ones. */
  failures: z.array(
    z.object({ id: z.string(), job: z.string(), reason: z.string(), failedAt: instantSchema.nullable() }),
  ),
});

export const systemHealthSchema = z
  .object({
    processes: z.array(processSchema),
    /** Of the workers that are alive. */
    sweeps: z.array(sweepSchema),
    /** Null: the queues' server does not answer. */
    queues: z.array(queueSchema).nullable(),
    ledger: z.object({
      pending: z.int(),
      /** True: `pending` is where counting stopped. */
      isMore: z.boolean(),
      oldestAt: instantSchema.nullable(),
      /** Deliveries on disk that the database has not taken yet. */
      spooled: z.int(),
    }),
    storage: z.object({
      databaseBytes: z.int(),
      tables: z.array(z.object({ name: z.string(), bytes: z.int() })),
      mediaBytes: z.int(),
      mediaFiles: z.int(),
      /** Of the disk on which the data folder lies. */
      freeBytes: z.int(),
      diskBytes: z.int(),
      measuredAt: instantSchema,
    }),
  })
  .meta({ id: 'SystemHealth' });
export type SystemHealth = z.infer<typeof systemHealthSchema>;

export const quarantinedAnywhereSchema = quarantinedEventSchema
  .extend({ connectionId: idSchema, connectionName: z.string(), channel: channelSchema })
  .meta({ id: 'QuarantinedAnywhere' });
export type QuarantinedAnywhere = z.infer<typeof quarantinedAnywhereSchema>;

/** Whether everything runs, for admins. */
export const SYSTEM_HEALTH_ROUTES = {
  getSystemHealth: {
    method: 'get',
    path: '/system-health',
    summary: 'Processes, sweeps, queues, what waits in the ledger, and room on disk',
    access: 'admin',
    response: systemHealthSchema,
  },
  retryFailedJobs: {
    method: 'post',
    path: '/queues/{name}/retry',
    summary: 'Try the failed jobs of a queue again',
    access: 'admin',
    response: z.object({ retried: z.int() }),
  },
  listAllQuarantine: {
    method: 'get',
    path: '/quarantine',
    summary: 'Events of every connection that could not be read, newest first',
    access: 'admin',
    query: z.object({
      cursor: ledgerNumberSchema.optional(),
      limit: z.coerce.number().int().min(1).max(100).default(20),
    }),
    response: pageOf(quarantinedAnywhereSchema),
  },
} as const satisfies Record<string, Route>;
