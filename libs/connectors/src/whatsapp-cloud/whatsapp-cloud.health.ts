import { failureState, type ConnectorContext, type ConnectorHealth } from '@app/connector-kit';
import {
  callGraph,
  inspectToken,
  readAppSubscription,
  readNodeSubscription,
  subscriptionTrouble,
  tokenTrouble,
} from '@app/graph-api';
import { z } from 'zod';
import type { WhatsAppCloudSettings } from './whatsapp-cloud.settings.js';
import { NEEDED_FIELDS, WHATSAPP_OBJECT } from './whatsapp-cloud.webhook.js';

const SCOPES = ['whatsapp_business_messaging', 'whatsapp_business_management'];
const NUMBER_FIELDS = 'display_phone_number,verified_name,status,quality_rating';

const numberSchema = z.looseObject({
  display_phone_number: z.string().optional(),
  verified_name: z.string().optional(),
  status: z.string().optional(),
  quality_rating: z.string().optional(),
});
type PhoneNumber = z.infer<typeof numberSchema>;

/** Asks after the token, the number and the way on which deliveries come. See `Connector.health`. */
export async function whatsAppCloudHealth(
  context: ConnectorContext<WhatsAppCloudSettings>,
): Promise<ConnectorHealth> {
  const { phoneNumberId, businessAccountId } = context.settings;
  try {
    const token = await inspectToken(context);
    const ofToken = tokenTrouble(token, SCOPES, context.now());
    if (ofToken?.status === 'needs-reauthorisation') return ofToken;
    const number = await callGraph(
      context,
      { path: phoneNumberId, query: { fields: NUMBER_FIELDS } },
      numberSchema,
    );
    const ofNumber = numberTrouble(number);
    if (ofNumber) return { status: 'degraded', reason: ofNumber };
    const [app, node] = await Promise.all([
      readAppSubscription(context, token.app_id, WHATSAPP_OBJECT),
      readNodeSubscription(context, businessAccountId, token.app_id),
    ]);
    const ofWebhook = subscriptionTrouble(app, node, NEEDED_FIELDS);
    if (ofWebhook) return { status: 'degraded', reason: ofWebhook };
    if (ofToken) return ofToken;
    const account = [number.display_phone_number, number.verified_name].filter(Boolean).join(' · ');
    return { status: 'healthy', ...(account ? { account } : {}) };
  } catch (error) {
    return failureState(error);
  }
}

function numberTrouble({ status, quality_rating: quality }: PhoneNumber): string | undefined {
  if (status !== undefined && status !== 'CONNECTED') {
    return `WhatsApp says of this number: ${status}. See business.facebook.com → WhatsApp Manager → Phone numbers`;
  }
  if (quality === 'RED') {
    return 'Many people block or report this number; WhatsApp may restrict it (quality rating RED)';
  }
  return undefined;
}
