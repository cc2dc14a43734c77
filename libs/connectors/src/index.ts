import type { Connector } from '@app/connector-kit';
import { telegramConnector } from './telegram/telegram.connector.js';
import { webFormConnector } from './web-form/web-form.connector.js';
import { xConnector } from './x/x.connector.js';

/** The one list of channels: a new one is a folder and a line here. */
export const CONNECTORS: readonly Connector[] = [
  telegramConnector,
  webFormConnector,
  xConnector,
] as readonly Connector[];
