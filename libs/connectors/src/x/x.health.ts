import {
  ConnectorError,
  failureState,
  type ConnectorContext,
  type ConnectorHealth,
} from '@app/connector-kit';
import { charge } from './x.budget.js';
import type { DailyReads } from './x.daily-reads.js';
import { fetchMe } from './x.requests.js';
import type { XSettings } from './x.settings.js';
import type { XStreamName, XStreams } from './x.streams.js';
import { inspectDeliveries } from './x.subscriptions.js';

type Context = ConnectorContext<XSettings>;

/** Asks X whose keys these are, and whether it still delivers. A used-up budget is a state of its own and asks nothing. */
export async function xHealth(
  context: Context,
  reads: DailyReads,
  streams: XStreams,
): Promise<ConnectorHealth> {
  try {
    const { id, username } = await fetchMe(context);
    await charge(
      context,
      'user-read',
      reads.countNew(context.settings.apiKey, [`user ${id}`], context.now()),
    );
    const troubles = [
      ...(context.settings.mode === 'webhook' ? await deliveryTroubles(id, context) : []),
      ...streams.troubles(context, streamsOf(context.settings)),
    ];
    if (troubles.length > 0) return { status: 'degraded', reason: troubles.join('. ') };
    return { status: 'healthy', account: `@${username}` };
  } catch (error) {
    return failureState(error);
  }
}

/** Without deliveries the sweeps behind the webhook still bring everything, later: that is degraded, not down. */
async function deliveryTroubles(userId: string, context: Context): Promise<string[]> {
  const deliveries = await inspectDeliveries(userId, context).catch((error: unknown) => {
    if (error instanceof ConnectorError && error.code === 'permission-missing') return error;
    throw error;
  });
  if (deliveries instanceof ConnectorError) {
    return [
      `X gives this app no access to webhooks: switch the connection to polling. ${deliveries.message}`,
    ];
  }
  const { webhook, missingEvents } = deliveries;
  if (!webhook) return ['X delivers nothing: no webhook is subscribed. Pause and resume the connection'];
  if (!webhook.valid) {
    const host = URL.canParse(webhook.url) ? new URL(webhook.url).host : 'an unreadable address';
    return [
      `X has switched the webhook off, because ${host} did not answer its check; X was asked to check it again`,
    ];
  }
  if (missingEvents.length === 0) return [];
  return [`X does not deliver ${missingEvents.join(', ')}. Pause and resume the connection`];
}

function streamsOf({ searchQuery, readsDirectMessages }: XSettings): XStreamName[] {
  return [
    ...(searchQuery ? (['keyword search'] as const) : []),
    ...(readsDirectMessages ? (['direct messages'] as const) : []),
    'deletions',
  ];
}
