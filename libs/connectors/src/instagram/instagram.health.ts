import type { ConnectorContext, ConnectorHealth } from '@app/connector-kit';
import { pageHealth } from '@app/graph-api';
import type { InstagramSettings } from './instagram.settings.js';
import { INSTAGRAM_WEBHOOK } from './instagram.webhook.js';

/** See `Connector.health`. */
export function instagramHealth(context: ConnectorContext<InstagramSettings>): Promise<ConnectorHealth> {
  const { pageId, accountId } = context.settings;
  return pageHealth(context, INSTAGRAM_WEBHOOK, { pageId, accountId, accountFields: 'id,username' });
}
