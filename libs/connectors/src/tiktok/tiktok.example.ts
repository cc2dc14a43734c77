import type { ConnectorExample, ExampleMessage } from '@app/connector-kit';
import { filed } from './tiktok.events.js';

const BUSINESS = 'contoh-akun-bisnis';

export const tiktokExample: ConnectorExample = {
  settings: {
    appId: '90000000000000000001',
    appSecret: 'contoh-tanpa-akun-contoh',
    businessId: BUSINESS,
    refreshToken: 'contoh-tanpa-akun-contoh',
  },

  event({ number, author, sentAt, text, extra }: ExampleMessage) {
    return filed('im_receive_msg', BUSINESS, {
      type: 'text',
      // TikTok has no edits: the example is a message of its own then.
      message_id: `contoh-${number}${extra === 'edit' ? '-lagi' : ''}`,
      timestamp: sentAt.getTime(),
      conversation_id: `contoh-percakapan-${author.number}`,
      from: author.name,
      from_user: { id: `contoh-warga-${author.number}` },
      to_user: { id: BUSINESS },
      text: { body: text },
    });
  },
};
