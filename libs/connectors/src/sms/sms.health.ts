import { failureState, type ConnectorHealth } from '@app/connector-kit';
import type { SmsContext } from './sms.kannel-api.js';
import { kannelHealth } from './sms.kannel-health.js';
import { SmppSession } from './sms.smpp-session.js';
import { tryBind } from './sms.smpp-binds.js';

/** See `Connector.health`. */
export async function smsHealth(context: SmsContext): Promise<ConnectorHealth> {
  try {
    if (context.settings.mode === 'kannel') return await kannelHealth(context);
    if (context.session instanceof SmppSession)
      return { status: 'healthy', account: context.session.account };
    return { status: 'healthy', account: await tryBind(context) };
  } catch (error) {
    return failureState(error);
  }
}
