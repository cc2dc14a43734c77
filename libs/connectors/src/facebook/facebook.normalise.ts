import { ConnectorError, type RawEvent } from '@app/connector-kit';
import { graphElementSchema, readMessagingItem } from '@app/graph-api';
import type { NormalisedEvent } from '@app/report-model';
import { z } from 'zod';
import { readFeedChange } from './facebook.feed.js';

const FEED_FIELDS = new Set(['feed', 'mention', 'ratings']);

/** See `Connector.normalise`. */
export function normaliseFacebookEvent(event: RawEvent): NormalisedEvent {
  const read = graphElementSchema.safeParse(event.payload);
  if (!read.success) throw new ConnectorError('payload-unrecognised', z.prettifyError(read.error));
  const element = read.data;
  if (element.source !== 'changes') {
    const inbox = `https://business.facebook.com/latest/inbox/all?asset_id=${element.entryId}`;
    return readMessagingItem(element, () => inbox);
  }
  if (FEED_FIELDS.has(element.field)) return readFeedChange(element);
  return { kind: 'ignored', reason: `a change to the Page’s "${element.field}"` };
}
