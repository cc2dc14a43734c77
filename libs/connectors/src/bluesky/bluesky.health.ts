import { failureState, type ConnectorHealth } from '@app/connector-kit';
import { z } from 'zod';
import { notBluesky } from './bluesky.errors.js';
import type { BlueskyContext, BlueskySessions } from './bluesky.sessions.js';

const accountSchema = z.looseObject({ handle: z.string().min(1) });

/** See `Connector.health`. */
export async function blueskyHealth(
  context: BlueskyContext,
  sessions: BlueskySessions,
): Promise<ConnectorHealth> {
  try {
    const { body } = await sessions.call(context, { method: 'GET', name: 'com.atproto.server.getSession' });
    const account = accountSchema.safeParse(body);
    if (!account.success) throw notBluesky();
    return { status: 'healthy', account: `@${account.data.handle}` };
  } catch (error) {
    return failureState(error);
  }
}
