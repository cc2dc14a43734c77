import type { ConnectorExample, ExampleMessage } from '@app/connector-kit';
import { parseGraphDelivery } from '@app/graph-api';
import { facebookParts } from './facebook.events.js';
import { PAGE_WEBHOOK } from './facebook.webhook.js';

/** Longer than every real id: an example is never taken for a person. */
const PAGE = '90000000000000000001';
const FIRST_PERSON = 91_000_000_000_000_000_000n;

export const facebookExample: ConnectorExample = {
  settings: {
    accessToken: 'contoh-tanpa-akun-contoh-tanpa-akun',
    pageId: PAGE,
    appSecret: '0'.repeat(32),
    verifyToken: 'contoh-contoh',
  },

  event({ number, author, sentAt, text, extra }: ExampleMessage) {
    const person = String(FIRST_PERSON + BigInt(author.number));
    const time = Math.floor(sentAt.getTime() / 1000);
    const value = {
      item: 'comment',
      verb: extra === 'edit' ? 'edited' : 'add',
      comment_id: `${PAGE}_${number}`,
      post_id: `${PAGE}_contoh`,
      parent_id: `${PAGE}_contoh`,
      from: { id: person, name: author.name },
      message: text,
      created_time: time,
    };
    const entry = [{ id: PAGE, time, changes: [{ field: 'feed', value }] }];
    const bytes = Buffer.from(JSON.stringify({ object: PAGE_WEBHOOK.object, entry }));
    const [event] = parseGraphDelivery(bytes, PAGE_WEBHOOK.object, facebookParts);
    if (!event) throw new Error(`Example ${number} is no delivery`);
    return event;
  },
};
