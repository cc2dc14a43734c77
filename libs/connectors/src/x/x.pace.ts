import type { RateLimits } from '@app/connector-kit';
import type { ITwitterApiClientPlugin, TwitterRateLimit } from 'twitter-api-v2';

/**
 * Keeps to what X says of each endpoint in its `x-rate-limit-*` headers (and of whole days in `x-app-limit-24hour-*`
 * and `x-user-limit-24hour-*`): what is used up is not asked again before its reset.
 */
export function xPace(limits: RateLimits): ITwitterApiClientPlugin {
  const observe = async (endpoint: string, rateLimit: TwitterRateLimit | undefined) => {
    const tightest = tightestOf(rateLimit);
    if (!tightest) return;
    const seen = { remaining: tightest.remaining, resetsAt: new Date(tightest.reset * 1000) };
    // A pace that cannot be noted must not make an answer look lost.
    await limits.observe(endpoint, seen).catch(() => undefined);
  };
  return {
    onBeforeRequest: ({ params }) => limits.take(endpointOf(params)),
    onAfterRequest: ({ params, response }) => observe(endpointOf(params), response.rateLimit),
    onResponseError: ({ params, error }) => observe(endpointOf(params), error.rateLimit),
  };
}

/** Of the windows that are used up the one that lasts longest; else the usual one. */
function tightestOf(rateLimit: TwitterRateLimit | undefined) {
  const told = [rateLimit, rateLimit?.day, rateLimit?.userDay].filter(
    (window) => window && Number.isFinite(window.remaining) && window.reset > 0,
  );
  const spent = told.filter((window) => window && window.remaining <= 0);
  return spent.sort((a, b) => (b?.reset ?? 0) - (a?.reset ?? 0))[0] ?? told[0];
}

/** With `:id` in place of the account's number: X counts by endpoint. */
function endpointOf({ method, url }: { readonly method: string; readonly url: string }): string {
  return `${method.toUpperCase()} ${new URL(url).pathname}`;
}
