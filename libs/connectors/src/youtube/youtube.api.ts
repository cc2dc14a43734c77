import type { ConnectorContext } from '@app/connector-kit';
import { GoogleClient, type GoogleCall } from '@app/google-api';
import { z } from 'zod';
import { pageSchema } from './youtube.payload.js';
import type { YoutubeSettings } from './youtube.settings.js';

export type YoutubeContext = ConnectorContext<YoutubeSettings>;
type Page = z.infer<typeof pageSchema>;

const DAY_MS = 86_400_000;
/** So much of the day's units is kept for answers; each costs 50, each reading one. */
const SHARE_OF_ANSWERS = 0.2;
const UNITS_PER_ANSWER = 50;
const client = new GoogleClient();

/** One page of a list, for one unit. @throws ConnectorError */
export function listYoutube(
  context: YoutubeContext,
  resource: 'commentThreads' | 'comments' | 'channels',
  query: Readonly<Record<string, string | undefined>>,
): Promise<Page> {
  const given = Object.entries(query).filter((pair): pair is [string, string] => pair[1] !== undefined);
  const path = `${resource}?${new URLSearchParams(given)}`;
  return client.call(
    context,
    { method: 'GET', path, operation: 'read', pace: readings(context) },
    pageSchema,
  );
}

/** Writes below a comment, for 50 units. @throws ConnectorError */
export function insertComment(
  context: YoutubeContext,
  parentId: string,
  text: string,
): Promise<{ id: string }> {
  const call: GoogleCall = {
    method: 'POST',
    path: 'comments?part=snippet',
    body: { snippet: { parentId, textOriginal: text } },
    operation: 'send',
    pace: answers(context),
  };
  return client.call(context, call, z.looseObject({ id: z.string().min(1) }));
}

function readings({ settings }: YoutubeContext): GoogleCall['pace'] {
  const limit = Math.floor(settings.dailyUnits * (1 - SHARE_OF_ANSWERS));
  return { bucket: 'readings', rule: { limit, perMs: DAY_MS, burst: Math.ceil(limit / 10) } };
}

function answers({ settings }: YoutubeContext): GoogleCall['pace'] {
  const limit = Math.max(1, Math.floor((settings.dailyUnits * SHARE_OF_ANSWERS) / UNITS_PER_ANSWER));
  return { bucket: 'answers', rule: { limit, perMs: DAY_MS, burst: limit } };
}
