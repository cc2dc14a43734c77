import { ConnectorError, type ConnectorContext } from '@app/connector-kit';
import { callGraph, tokenFactsSchema, type TokenFacts } from '@app/graph-api';
import { z } from 'zod';
import type { ThreadsSettings } from './threads.settings.js';

type Context = ConnectorContext<ThreadsSettings>;

/** A long-lived token lives for 60 days. https://developers.facebook.com/docs/threads/get-started/long-lived-tokens */
const PROLONG_BEFORE_MS = 30 * 86_400_000;
const tokenSchema = z.looseObject({ access_token: z.string().min(20) });
const factsSchema = z.looseObject({ data: tokenFactsSchema });

/** @returns null where Meta does not tell: it asks for a tester of the app. @throws ConnectorError */
export async function inspectThreadsToken(context: Context): Promise<TokenFacts | null> {
  const query = { input_token: context.settings.accessToken };
  try {
    return (await callGraph(context, { path: 'debug_token', query, hasProof: false }, factsSchema)).data;
  } catch (error) {
    if (error instanceof ConnectorError && error.code === 'permission-missing') return null;
    throw error;
  }
}

/**
 * Asks for the token's successor once half of its life is over.
 * @returns whether the connection has one now
 */
export async function prolongToken(context: Context, { expires_at: end }: TokenFacts): Promise<boolean> {
  if (!end || end * 1000 - context.now().getTime() > PROLONG_BEFORE_MS) return false;
  const former = context.settings.accessToken;
  await context.renewSecrets(async ({ accessToken }) => {
    // Another process was faster.
    if (accessToken !== former) return {};
    const query = { grant_type: 'th_refresh_token' };
    const request = { path: 'refresh_access_token', query, hasProof: false };
    return { accessToken: (await callGraph(context, request, tokenSchema)).access_token };
  });
  return true;
}
