import type { ConnectorContext } from '@app/connector-kit';
import { GoogleClient, type GoogleCall } from '@app/google-api';
import { z } from 'zod';
import { reviewPageSchema } from './google-business.payload.js';
import type { GoogleBusinessSettings } from './google-business.settings.js';

export type GoogleBusinessContext = ConnectorContext<GoogleBusinessSettings>;

const PAGE_SIZE = 50;
/** The quota of an approved project: 300 a minute for everything; a connection takes a part. */
const PACE = { bucket: 'api', rule: { limit: 60, perMs: 60_000, burst: 30 } };
const client = new GoogleClient();

/** A page of reviews, the latest change first. @throws ConnectorError */
export function listReviews(
  context: GoogleBusinessContext,
  pageToken: string | undefined,
  pageSize = PAGE_SIZE,
): Promise<z.output<typeof reviewPageSchema>> {
  const query = new URLSearchParams({ pageSize: String(pageSize), orderBy: 'updateTime desc' });
  if (pageToken !== undefined) query.set('pageToken', pageToken);
  const path = `${context.settings.location}/reviews?${query}`;
  const call: GoogleCall = { method: 'GET', path, operation: 'read', pace: PACE };
  return client.call(context, call, reviewPageSchema);
}

/** Sets the one reply of a review. @throws ConnectorError */
export function setReply(
  context: GoogleBusinessContext,
  review: string,
  comment: string,
): Promise<{ updateTime: string }> {
  const path = `${review}/reply`;
  const call: GoogleCall = { method: 'PUT', path, body: { comment }, operation: 'repeatable', pace: PACE };
  return client.call(context, call, z.looseObject({ comment: z.string(), updateTime: z.string() }));
}
