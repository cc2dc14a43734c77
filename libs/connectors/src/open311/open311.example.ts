import { createHash } from 'node:crypto';
import type { ConnectorExample, ExampleMessage } from '@app/connector-kit';
import type { RequestPayload } from './open311.payload.js';
import { REQUEST_KIND } from './open311.submission.js';

export const open311Example: ConnectorExample = {
  settings: { apiKey: 'contoh-bukan-kunci' },

  event({ number, author, sentAt, text, extra }: ExampleMessage) {
    const token = createHash('sha256').update(`example ${number}`).digest('hex').slice(0, 32);
    const payload: RequestPayload = {
      token,
      requested_datetime: sentAt.toISOString(),
      service_code: 'complaint',
      description: text,
      first_name: author.name,
      address_string: 'Jalan Contoh',
      ...(extra === 'location' && { lat: 0.51, long: 117.53 }),
    };
    return { status: 'readable', kind: REQUEST_KIND, externalId: token, conversationKey: token, payload };
  },
};
