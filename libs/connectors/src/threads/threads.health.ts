import { failureState, type ConnectorContext, type ConnectorHealth } from '@app/connector-kit';
import { callGraph, tokenTrouble } from '@app/graph-api';
import { z } from 'zod';
import type { ThreadsSettings } from './threads.settings.js';
import { inspectThreadsToken, prolongToken } from './threads.token.js';

const SCOPES = ['threads_basic', 'threads_read_replies', 'threads_manage_replies', 'threads_manage_mentions'];
const profileSchema = z.looseObject({ username: z.string().optional() });

/** See `Connector.health`. Whether the dashboard delivers here, Meta does not tell. */
export async function threadsHealth(context: ConnectorContext<ThreadsSettings>): Promise<ConnectorHealth> {
  try {
    const request = { path: 'me', query: { fields: 'id,username' }, hasProof: false };
    const { username } = await callGraph(context, request, profileSchema);
    const token = await inspectThreadsToken(context);
    const trouble = token ? tokenTrouble(token, SCOPES, context.now()) : undefined;
    if (trouble?.status === 'needs-reauthorisation') return trouble;
    const isProlonged = token !== null && (await prolongToken(context, token));
    if (trouble && !isProlonged) return trouble;
    return { status: 'healthy', ...(username ? { account: username } : {}) };
  } catch (error) {
    return failureState(error);
  }
}
