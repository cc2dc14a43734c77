import { z } from 'zod';

/**
 * Every job, declared once. Payloads carry ids, never texts: the rows are the truth and a job is only a nudge, so
 * each is safe to run twice and safe to lose (the worker's sweeps find what is left, see apps/worker/src/sweeps).
 */
export const JOBS = {
  /** Turn pending raw events into messages and reports. */
  'drain-ledger': { queue: 'ingestion', payload: z.strictObject({}) },
  'fetch-media': { queue: 'media', payload: z.strictObject({ attachmentId: z.uuid() }) },
  'check-reply': { queue: 'replies', payload: z.strictObject({ replyId: z.uuid() }) },
  'send-reply': { queue: 'replies', payload: z.strictObject({ replyId: z.uuid() }) },
  /** Change many reports, as a person has asked. */
  'run-bulk': { queue: 'bulk', payload: z.strictObject({ jobId: z.uuid() }) },
  /** Train a model on the corpus and what people decided. */
  'train-model': { queue: 'learning', payload: z.strictObject({ modelId: z.uuid() }) },
  /** Erase what is older than its rule of retention allows. */
  'run-retention': { queue: 'retention', payload: z.strictObject({ runId: z.uuid() }) },
} as const satisfies Record<string, { readonly queue: string; readonly payload: z.ZodType }>;

export type JobName = keyof typeof JOBS;
export type QueueName = (typeof JOBS)[JobName]['queue'];
export type JobPayload<Name extends JobName> = z.infer<(typeof JOBS)[Name]['payload']>;
export type JobNameIn<Queue extends QueueName> = {
  [Name in JobName]: (typeof JOBS)[Name]['queue'] extends Queue ? Name : never;
}[JobName];

/** A worker for a queue handles each of its jobs: a missing one does not compile. */
export type JobHandlers<Queue extends QueueName> = {
  readonly [Name in JobNameIn<Queue>]: (payload: JobPayload<Name>) => Promise<void>;
};

export const QUEUE_NAMES = [...new Set(Object.values(JOBS).map((job) => job.queue))];
