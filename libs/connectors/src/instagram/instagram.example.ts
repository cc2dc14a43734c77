import type { ConnectorExample, ExampleMessage } from '@app/connector-kit';
import { parseGraphDelivery } from '@app/graph-api';
import { instagramParts } from './instagram.events.js';
import { INSTAGRAM_WEBHOOK } from './instagram.webhook.js';

/** Longer than every real id: an example is never taken for a person. */
const ACCOUNT = '92000000000000000001';
const FIRST_PERSON = 93_000_000_000_000_000_000n;

export const instagramExample: ConnectorExample = {
  settings: {
    accessToken: 'contoh-tanpa-akun-contoh-tanpa-akun',
    accountId: ACCOUNT,
    pageId: '90000000000000000001',
    appSecret: '0'.repeat(32),
    verifyToken: 'contoh-contoh',
  },

  event({ number, author, sentAt, text, extra }: ExampleMessage) {
    const time = Math.floor(sentAt.getTime() / 1000);
    const from = { id: String(FIRST_PERSON + BigInt(author.number)), username: author.name };
    // Instagram has no edits: the example is a comment of its own then.
    const id = `contoh-${number}${extra === 'edit' ? '-lagi' : ''}`;
    const value = { id, text, from, media: { id: 'contoh-foto' } };
    const entry = [{ id: ACCOUNT, time, changes: [{ field: 'comments', value }] }];
    const bytes = Buffer.from(JSON.stringify({ object: INSTAGRAM_WEBHOOK.object, entry }));
    const [event] = parseGraphDelivery(bytes, INSTAGRAM_WEBHOOK.object, instagramParts);
    if (!event) throw new Error(`Example ${number} is no delivery`);
    return event;
  },
};
