import type { ConnectorExample, ExampleMessage } from '@app/connector-kit';
import { pageEvents } from './x.page-events.js';

const OUR_ID = '9900000000000000001';
/** Above every real account: an example is never taken for a person. */
const FIRST_PERSON = 9_900_000_000_000_000_000n;
const FIRST_POST = 9_800_000_000_000_000_000n;

export const xExample: ConnectorExample = {
  settings: { apiKey: 'contoh', apiSecret: 'contoh', accessToken: 'contoh', accessSecret: 'contoh' },

  event({ number, author, sentAt, text, extra }: ExampleMessage) {
    const id = String(FIRST_POST + BigInt(number));
    const authorId = String(FIRST_PERSON + BigInt(author.number));
    const username = author.name
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '_')
      .slice(0, 15);
    const media = { media_key: `3_${id}`, type: 'photo', url: 'https://pbs.twimg.com/media/contoh.jpg' };
    const hasPhoto = extra === 'photo';
    const post = {
      id,
      text,
      author_id: authorId,
      created_at: sentAt.toISOString(),
      conversation_id: id,
      edit_history_tweet_ids: [id],
      lang: 'in',
      ...(hasPhoto && { attachments: { media_keys: [media.media_key] } }),
    };
    const users = [{ id: authorId, name: author.name, username }];
    const page = { data: [post], includes: { users, ...(hasPhoto && { media: [media] }) } };
    const [event] = pageEvents(page, OUR_ID);
    if (!event) throw new Error('A page with one post has one event');
    return event;
  },
};
