import type { ConnectorHealth } from '@app/connector-kit';
import { z } from 'zod';
import { callGraph } from './graph-client.js';
import type { GraphContext } from './graph-settings.js';

/** What every host of Meta tells of a token. */
export const tokenFactsSchema = z.looseObject({
  is_valid: z.boolean(),
  /** Epoch seconds; 0: never. */
  expires_at: z.number().optional().catch(undefined),
  data_access_expires_at: z.number().optional().catch(undefined),
  scopes: z.array(z.string()).optional(),
});
export type TokenFacts = z.infer<typeof tokenFactsSchema>;
const tokenSchema = z.looseObject({
  data: tokenFactsSchema.extend({ app_id: z.union([z.string(), z.number()]).transform(String) }),
});
export type GraphToken = z.infer<typeof tokenSchema>['data'];

const DAY_MS = 86_400_000;
/** Time enough for an admin to make a new one. */
const WARNING_DAYS = 7;

/** What Meta knows of the connection's access token: whose it is, what it may, until when. */
export async function inspectToken(context: GraphContext): Promise<GraphToken> {
  const query = { input_token: context.settings.accessToken };
  return (await callGraph(context, { path: 'debug_token', query }, tokenSchema)).data;
}

/** @returns undefined when the token is good, has every scope and lives for another week */
export function tokenTrouble(
  token: TokenFacts,
  scopes: readonly string[],
  now: Date,
): ConnectorHealth | undefined {
  if (!token.is_valid) {
    return {
      status: 'needs-reauthorisation',
      reason: 'Meta no longer accepts the access token. Make a new one and enter it here',
    };
  }
  const missing = scopes.filter((scope) => !token.scopes?.includes(scope));
  if (missing.length > 0) {
    return {
      status: 'needs-reauthorisation',
      reason: `The access token lacks ${missing.join(', ')}. Make it anew with these permissions ticked`,
    };
  }
  const ends = [token.expires_at, token.data_access_expires_at].filter((at) => at !== undefined && at > 0);
  if (ends.length === 0) return undefined;
  const days = Math.floor((Math.min(...(ends as number[])) * 1000 - now.getTime()) / DAY_MS);
  if (days >= WARNING_DAYS) return undefined;
  return {
    status: 'degraded',
    reason:
      `The access token ends in ${Math.max(days, 0)} days. Make one that does not expire ` +
      '(Business settings → System users) and enter it here',
  };
}
