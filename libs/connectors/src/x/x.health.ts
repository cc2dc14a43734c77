import {
  ConnectorError,
  FAILURE_POLICY,
  type ConnectorContext,
  type ConnectorHealth,
} from '@app/connector-kit';
import { charge } from './x.budget.js';
import type { DailyReads } from './x.daily-reads.js';
import { fetchMe } from './x.requests.js';
import type { XSettings } from './x.settings.js';

/** Asks X whose keys these are. A used-up budget is a state of its own and asks nothing. */
export async function xHealth(
  context: ConnectorContext<XSettings>,
  reads: DailyReads,
): Promise<ConnectorHealth> {
  try {
    const { id, username } = await fetchMe(context);
    await charge(
      context,
      'user-read',
      reads.countNew(context.settings.apiKey, [`user ${id}`], context.now()),
    );
    return { status: 'healthy', account: `@${username}` };
  } catch (error) {
    const code = error instanceof ConnectorError ? error.code : 'transient';
    const reason =
      error instanceof ConnectorError ? error.message : 'The health of this connection cannot be told';
    return { status: FAILURE_POLICY[code].health ?? 'degraded', reason };
  }
}
