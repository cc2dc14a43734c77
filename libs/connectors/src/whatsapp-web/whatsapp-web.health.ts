import { failureState, type ConnectorContext, type ConnectorHealth } from '@app/connector-kit';
import { findChromium } from './whatsapp-web.browser.js';
import type { OpenWebSession } from './whatsapp-web.open-session.js';
import type { WhatsappWebSettings } from './whatsapp-web.settings.js';

/** Asks the open page; without one, whether a page could be opened. */
export async function whatsappWebHealth({
  session,
  settings,
}: ConnectorContext<WhatsappWebSettings>): Promise<ConnectorHealth> {
  if (!settings.acceptsRisk) {
    return {
      status: 'needs-reauthorisation',
      reason: 'The risk has not been accepted, so this connection does not run',
    };
  }
  try {
    if (!session) {
      await findChromium();
      return {
        status: 'needs-reauthorisation',
        reason: 'Chromium is there. Save the connection; then a code to link the account appears with it',
      };
    }
    const open = session as OpenWebSession;
    const state = await open.state();
    if (state === 'CONNECTED') return { status: 'healthy', account: open.account };
    return { status: 'unreachable', reason: `WhatsApp Web is ${state}` };
  } catch (error) {
    return failureState(error);
  }
}
