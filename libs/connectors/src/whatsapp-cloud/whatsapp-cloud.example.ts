import type { ConnectorExample, ExampleMessage, ParsedEvent } from '@app/connector-kit';
import { parseGraphDelivery } from '@app/graph-api';
import { whatsAppCloudParts } from './whatsapp-cloud.events.js';
import { WHATSAPP_OBJECT } from './whatsapp-cloud.webhook.js';

/** No country code begins with 0: never somebody's number. */
const numberOf = (person: number) => `0620000${String(person).padStart(6, '0')}`;
const wamid = (number: number) => `wamid.contoh-${number}`;

export const whatsAppCloudExample: ConnectorExample = {
  settings: {
    accessToken: 'contoh-tanpa-akun-contoh-tanpa-akun',
    phoneNumberId: '100000000000001',
    businessAccountId: '100000000000002',
    appSecret: '0'.repeat(32),
    verifyToken: 'contoh-contoh-contoh',
  },

  event({ number, author, sentAt, text, extra }: ExampleMessage): ParsedEvent {
    const person = { wa_id: numberOf(author.number), user_id: `ID.contoh${author.number}` };
    const body = contentOf(number, text, extra);
    const isEdit = extra === 'edit';
    const message = {
      id: isEdit ? `${wamid(number)}-edit` : wamid(number),
      from: person.wa_id,
      from_user_id: person.user_id,
      timestamp: String(Math.floor(sentAt.getTime() / 1000)),
      ...(extra === 'group' ? { group_id: 'contoh-warga@g.us' } : {}),
      ...(isEdit ? { type: 'edit', edit: { original_message_id: wamid(number), message: body } } : body),
    };
    const value = {
      messaging_product: 'whatsapp',
      metadata: { display_phone_number: '620000000000', phone_number_id: '100000000000001' },
      contacts: [{ profile: { name: author.name }, ...person }],
      messages: [message],
    };
    const delivery = {
      object: WHATSAPP_OBJECT,
      entry: [{ id: '100000000000002', changes: [{ field: 'messages', value }] }],
    };
    const [event] = parseGraphDelivery(
      Buffer.from(JSON.stringify(delivery)),
      WHATSAPP_OBJECT,
      whatsAppCloudParts,
    );
    if (!event) throw new Error('The example is empty');
    return event;
  },
};

function contentOf(number: number, text: string, extra: ExampleMessage['extra']) {
  if (extra === 'photo') {
    const image = { id: `contoh-${number}`, mime_type: 'image/jpeg', sha256: '', caption: text };
    return { type: 'image', image };
  }
  return { type: 'text', text: { body: text } };
}
