import type { ConnectorExample } from '@app/connector-kit';
import type { KannelPayload } from './sms.payload.js';

/** A block of numbers that no operator has given out. */
const FIRST_NUMBER = 62_899_900_000;
const SECRET = 'contoh-contoh-contoh';

export const smsExample: ConnectorExample = {
  settings: {
    mode: 'kannel',
    shortCode: '1708',
    kannelUrl: 'http://kannel.example/cgi-bin/sendsms',
    kannelUser: 'contoh',
    kannelPassword: SECRET,
    webhookSecret: SECRET,
  },

  event({ number, author, sentAt, text }) {
    const from = `+${FIRST_NUMBER + author.number}`;
    const query = new URLSearchParams({
      from,
      to: '1708',
      id: `contoh-${number}`,
      epoch: String(Math.floor(sentAt.getTime() / 1000)),
      charset: 'UTF-8',
      name: author.name,
      bin: text,
    });
    const payload: KannelPayload = { via: 'kannel', query: query.toString(), keywords: '' };
    return {
      status: 'readable',
      kind: 'message',
      externalId: `contoh-${number}`,
      conversationKey: from,
      payload,
    };
  },
};
