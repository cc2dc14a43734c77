import type { ConnectorContext, ConnectorHealth } from '@app/connector-kit';
import { pageHealth } from '@app/graph-api';
import type { FacebookSettings } from './facebook.settings.js';
import { PAGE_WEBHOOK } from './facebook.webhook.js';

/** See `Connector.health`. */
export function facebookHealth(context: ConnectorContext<FacebookSettings>): Promise<ConnectorHealth> {
  const { pageId } = context.settings;
  return pageHealth(context, PAGE_WEBHOOK, { pageId, accountId: pageId, accountFields: 'id,name' });
}
