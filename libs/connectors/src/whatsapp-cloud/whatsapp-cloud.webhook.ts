import { ConnectorError, type WebhookSource } from '@app/connector-kit';
import {
  callGraph,
  inspectToken,
  parseGraphDelivery,
  readAppSubscription,
  subscribeApp,
  subscribeNode,
  signGraphDelivery,
  verifyGraphWebhook,
  type AppSubscription,
} from '@app/graph-api';
import { z } from 'zod';
import { whatsAppCloudParts } from './whatsapp-cloud.events.js';
import type { WhatsAppCloudSettings } from './whatsapp-cloud.settings.js';

export const WHATSAPP_OBJECT = 'whatsapp_business_account';
/** Without this one nothing is heard. */
export const NEEDED_FIELDS = ['messages'] as const;
const WANTED_FIELDS = [
  ...NEEDED_FIELDS,
  'smb_message_echoes',
  'history',
  'account_update',
  'account_alerts',
  'account_review_update',
  'phone_number_quality_update',
  'message_template_status_update',
];

/**
 * There is no `unregister`: Meta keeps for seven days what an address does not take, so what citizens write while a
 * connection is paused comes when it is resumed. Without a subscription it would be lost.
 */
export const whatsAppCloudWebhook: WebhookSource<WhatsAppCloudSettings> = {
  keepsMs: 7 * 86_400_000,
  isEnabled: () => true,

  verify: (request, context) => verifyGraphWebhook(request, context.settings),

  sign: signGraphDelivery,

  parse: ({ rawBody }) => parseGraphDelivery(rawBody, WHATSAPP_OBJECT, whatsAppCloudParts),

  async register(url, context) {
    const { businessAccountId, phoneNumberId, verifyToken } = context.settings;
    if (!verifyToken) {
      throw new ConnectorError(
        'permission-missing',
        'The connection has no verify token: save its settings again',
      );
    }
    const { app_id: appId } = await inspectToken(context);
    const app = await readAppSubscription(context, appId, WHATSAPP_OBJECT);
    if (isOurs(app, url)) {
      const fields = [...new Set([...(app?.fields ?? []), ...WANTED_FIELDS])];
      await subscribeApp(context, appId, { object: WHATSAPP_OBJECT, callbackUrl: url, fields });
    }
    await subscribeNode(context, businessAccountId);
    // The number's own address: the app's may be that of another number, or of another program, which keeps it.
    await callGraph(
      context,
      {
        method: 'POST',
        path: phoneNumberId,
        body: { webhook_configuration: { override_callback_uri: url, verify_token: verifyToken } },
      },
      z.looseObject({ success: z.literal(true) }),
    );
  },
};

function isOurs(app: AppSubscription | undefined, url: string): boolean {
  return app?.callbackUrl === undefined || !app.isActive || app.callbackUrl === url;
}
