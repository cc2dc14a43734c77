import { createHash } from 'node:crypto';
import { ConnectorError } from '@app/connector-kit';
import { z } from 'zod';
import { addressSchema, partSchema } from './sms.payload.js';

const groupSchema = z.object({
  key: z.string(),
  /** Of the event that the group becomes. */
  id: z.string(),
  total: z.int(),
  /** When the first part came, in milliseconds since 1970. */
  since: z.number(),
  from: addressSchema,
  to: addressSchema,
  parts: z.array(partSchema),
});
export type WaitingGroup = z.infer<typeof groupSchema>;

const stateSchema = z.object({
  /** Parts of messages that are not complete. */
  waiting: z.array(groupSchema),
  /** Stored, but the SMSC may not have heard: fingerprint, and when it came. */
  unheard: z.array(z.tuple([z.string(), z.number()])),
});

/** What must survive a crash together with the events: the connection's cursor. */
export type IntakeState = z.infer<typeof stateSchema>;

/** An SMSC that has not heard delivers again as soon as it can; much later the same words are a new SMS. */
const REDELIVERY_MS = 3_600_000;

/** @throws ConnectorError `cursor-expired` when it is not one of ours */
export function readState(cursor: string | null, now: number): IntakeState {
  if (cursor === null) return { waiting: [], unheard: [] };
  try {
    const { waiting, unheard } = stateSchema.parse(JSON.parse(cursor));
    return { waiting, unheard: unheard.filter(([, at]) => now - at < REDELIVERY_MS) };
  } catch (cause) {
    throw new ConnectorError('cursor-expired', 'What was kept of unfinished SMS cannot be read', { cause });
  }
}

export function shortFingerprint(text: string): string {
  return createHash('sha256').update(text).digest('base64url').slice(0, 22);
}
