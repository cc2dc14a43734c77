import { ConnectorError, type RawEvent } from '@app/connector-kit';
import type { NormalisedEvent } from '@app/report-model';
import type { z } from 'zod';
import { readKannelMessage, readKannelReceipt } from './sms.kannel-normalise.js';
import { kannelSchema, smppMessageSchema, smppReceiptSchema } from './sms.payload.js';
import { readSmppMessage, readSmppReceipt } from './sms.smpp-normalise.js';

/** See `Connector.normalise`. */
export function normaliseSms(event: RawEvent): NormalisedEvent {
  const isKannel = (event.payload as { via?: unknown } | null)?.via === 'kannel';
  switch (event.kind) {
    case 'message':
      return isKannel
        ? readKannelMessage(read(kannelSchema, event), event)
        : readSmppMessage(read(smppMessageSchema, event), event.externalId);
    case 'receipt':
      return isKannel
        ? readKannelReceipt(read(kannelSchema, event), event)
        : readSmppReceipt(read(smppReceiptSchema, event));
    default:
      throw new ConnectorError('payload-unrecognised', `Unknown kind of event: ${event.kind}`);
  }
}

/** Names the member that is wrong, never its value: reasons are shown and logged. */
function read<Schema extends z.ZodType>(schema: Schema, event: RawEvent): z.infer<Schema> {
  const result = schema.safeParse(event.payload);
  if (result.success) return result.data;
  const where = result.error.issues.slice(0, 3).map((issue) => [event.kind, ...issue.path].join('.'));
  throw new ConnectorError('payload-unrecognised', `Cannot read ${where.join(', ')}`);
}
