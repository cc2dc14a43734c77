import type { ConnectorExample, ExampleMessage } from '@app/connector-kit';
import { filed } from './threads.events.js';

export const threadsExample: ConnectorExample = {
  settings: {
    accessToken: 'contoh-tanpa-akun-contoh-tanpa-akun',
    appSecret: '0'.repeat(32),
    verifyToken: 'contoh-contoh',
  },

  event({ number, author, sentAt, text, extra }: ExampleMessage) {
    // Threads tells nothing of edits: the example is a post of its own then.
    const id = `contoh-${number}${extra === 'edit' ? '-lagi' : ''}`;
    return filed('mentions', id, { id, username: author.name, text, timestamp: sentAt.toISOString() });
  },
};
