import type { ServerResponse } from 'node:http';

/** Ids of X carry the time: milliseconds since this moment, 22 bits up. */
const EPOCH_MS = 1_288_834_974_657n;
export const PROBLEMS = 'https://api.x.com/2/problems';

export type Json = Readonly<Record<string, unknown>>;
export type XEndpoint =
  'own-posts' | 'me' | 'mentions' | 'tweets' | 'search' | 'lookup' | 'messages' | 'set-up';
export interface Answer {
  readonly status: number;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}
export interface Place {
  readonly name: string;
  readonly longitude: number;
  readonly latitude: number;
}

export interface TweetRequest {
  readonly text: string;
  readonly reply?: { readonly in_reply_to_tweet_id?: string };
}

export function endpointOf(line: string): XEndpoint | undefined {
  if (line === 'GET /2/users/me') return 'me';
  if (line === 'POST /2/tweets') return 'tweets';
  if (line === 'GET /2/tweets') return 'lookup';
  if (line === 'GET /2/tweets/search/recent') return 'search';
  if (/^\w+ \/2\/dm_/.test(line)) return 'messages';
  if (/^\w+ \/(2\/webhooks|2\/activity|oauth2\/token)/.test(line)) return 'set-up';
  if (/^GET \/2\/users\/\d+\/tweets$/.test(line)) return 'own-posts';
  return /^GET \/2\/users\/\d+\/mentions$/.test(line) ? 'mentions' : undefined;
}

export function respond(response: ServerResponse, { status, body, headers = {} }: Answer): void {
  const reset = Math.floor(Date.now() / 1000) + 900;
  response.writeHead(status, {
    'content-type': status < 400 ? 'application/json; charset=utf-8' : 'application/problem+json',
    'x-rate-limit-limit': '300',
    'x-rate-limit-remaining': status === 429 ? '0' : '299',
    'x-rate-limit-reset': String(reset),
    ...headers,
  });
  response.end(body === undefined ? '' : JSON.stringify(body));
}

export function problem(status: number, type: string, title: string, detail: string): Answer {
  return { status, body: { type, title, status, detail } };
}

export function invalid(parameter: string, value: string | null): Answer {
  const message = `The \`${parameter}\` query parameter value [${value}] is not valid`;
  const body = {
    errors: [{ parameters: { [parameter]: [value] }, message }],
    title: 'Invalid Request',
    detail: 'One or more parameters to your request was invalid.',
    type: `${PROBLEMS}/invalid-request`,
  };
  return { status: 400, body };
}

/** X gives id, text and edit history always, and of the rest what was asked for. */
export function asked(fields: Json, tweetFields: string | null): Json {
  const wanted = new Set(['id', 'text', 'edit_history_tweet_ids', ...(tweetFields ?? '').split(',')]);
  return Object.fromEntries(Object.entries(fields).filter(([name]) => wanted.has(name)));
}

export function geoOf(placeId: string, place: Place): Json {
  const coordinates = { type: 'Point', coordinates: [place.longitude, place.latitude] };
  return { place_id: placeId, coordinates };
}

export function timeOf(id: string): string {
  return new Date(Number((BigInt(id) >> 22n) + EPOCH_MS)).toISOString();
}

export function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** The id of a post made at `time`; `sequence` tells apart those of one millisecond. */
export function idAt(time: Date, sequence: bigint): string {
  return (((BigInt(time.getTime()) - EPOCH_MS) << 22n) + sequence).toString();
}

/** Whether a text has one of the words that a search asks for; words of X's own language left out. */
export function matchesQuery(text: string, query: string): boolean {
  const words = query
    .replace(/\S*:\S*/g, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '' && word !== 'OR');
  return words.some((word) => text.toLowerCase().includes(word.toLowerCase()));
}
