import { ConnectorError, type RawEvent } from '@app/connector-kit';
import type { NormalisedEvent } from '@app/report-model';
import { normaliseActivity } from './x.normalise-activity.js';
import { normaliseDeletion } from './x.normalise-deletion.js';
import { normaliseMessage } from './x.normalise-message.js';
import { normalisePost } from './x.normalise-post.js';

/** By the kinds that {@link ./x.page-events.ts} and {@link ./x.webhook-events.ts} give. */
const READERS: Readonly<Record<string, (payload: unknown, receivedAt: Date) => NormalisedEvent>> = {
  post: normalisePost,
  dm: normaliseMessage,
  deletion: normaliseDeletion,
  activity: normaliseActivity,
};

/** See `Connector.normalise`. */
export function normaliseXEvent(event: RawEvent): NormalisedEvent {
  const read = Object.hasOwn(READERS, event.kind) ? READERS[event.kind] : undefined;
  if (!read) throw new ConnectorError('payload-unrecognised', `Unknown kind of event: ${event.kind}`);
  return read(event.payload, event.receivedAt);
}
