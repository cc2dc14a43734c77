import type { FastifyRequest } from 'fastify';

/** Where a request says it was made: on one of our pages, on another site, or nothing (not a browser). */
export type RequestSite = 'same' | 'other' | 'unknown';

/** Reads what browsers set and pages cannot: Sec-Fetch-Site, and Origin from those that do not send it. */
export function requestSite(
  request: Pick<FastifyRequest, 'headers' | 'protocol' | 'host'>,
  publicUrl: string | undefined,
): RequestSite {
  const fetchSite = request.headers['sec-fetch-site'];
  if (fetchSite !== undefined) return fetchSite === 'same-origin' ? 'same' : 'other';
  const { origin } = request.headers;
  if (origin === undefined) return 'unknown';
  const ours = [`${request.protocol}://${request.host}`];
  if (publicUrl !== undefined) ours.push(new URL(publicUrl).origin);
  return ours.includes(origin) ? 'same' : 'other';
}
