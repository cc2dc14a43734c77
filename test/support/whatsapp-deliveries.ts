import { randomUUID } from 'node:crypto';
import type { ParsedEvent, VerifiedWebhookRequest } from '@app/connector-kit';
import { CONNECTORS } from '@app/connectors';

export const WHATSAPP_PHONE = '310000000000001';
export const WHATSAPP_WABA = '210000000000001';

/** Somebody as Meta names them in a delivery; whoever has a username has no number there. */
export interface WhatsAppCitizen {
  readonly name: string;
  readonly number?: string;
  readonly userId?: string;
}

/** The body of a delivery, with values of the field `messages` unless another is named. */
export function whatsAppDelivery(values: readonly object[], field = 'messages'): object {
  const metadata = { display_phone_number: '6281100000000', phone_number_id: WHATSAPP_PHONE };
  const changes = values.map((value) => ({
    field,
    value: { messaging_product: 'whatsapp', metadata, ...value },
  }));
  return { object: 'whatsapp_business_account', entry: [{ id: WHATSAPP_WABA, changes }] };
}

/** A value with one text. */
export function whatsAppText(
  { name, number, userId }: WhatsAppCitizen,
  body: string,
  more: Readonly<Record<string, unknown>> = {},
): object {
  const contact = { profile: { name }, ...(number && { wa_id: number }), ...(userId && { user_id: userId }) };
  const message = {
    id: `wamid.${randomUUID()}`,
    timestamp: String(Math.floor(Date.now() / 1000)),
    ...(number && { from: number }),
    ...(userId && { from_user_id: userId }),
    type: 'text',
    text: { body },
    ...more,
  };
  return { contacts: [contact], messages: [message] };
}

/** A value with one note of WhatsApp about a person. */
export function whatsAppNote(from: string | undefined, system: object): object {
  const message = { id: `wamid.${randomUUID()}`, timestamp: String(Math.floor(Date.now() / 1000)) };
  return { messages: [{ ...message, ...(from && { from }), type: 'system', system }] };
}

/** A delivery as the connector stores it. */
export function whatsAppEvents(delivery: object): readonly ParsedEvent[] {
  const webhook = CONNECTORS.find(({ descriptor }) => descriptor.code === 'whatsapp-cloud')?.webhook;
  const rawBody = Buffer.from(JSON.stringify(delivery));
  return webhook?.parse({ rawBody } as VerifiedWebhookRequest) ?? [];
}
