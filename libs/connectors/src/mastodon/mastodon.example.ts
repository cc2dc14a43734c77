import type { ConnectorExample, ExampleMessage } from '@app/connector-kit';
import { statusEvent } from './mastodon.events.js';

/** Above every real status: an example is never taken for a post. */
const FIRST_STATUS = 900_000_000_000_000_000n;

export const mastodonExample: ConnectorExample = {
  settings: { server: 'https://mastodon.example', accessToken: 'contoh' },

  event({ number, author, sentAt, text, extra }: ExampleMessage) {
    const id = String(FIRST_STATUS + BigInt(number));
    const acct = author.name.toLowerCase().replace(/[^a-z0-9]+/g, '_');
    const photo = { id, type: 'image', url: 'https://mastodon.example/contoh.jpg' };
    const escaped = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
    return statusEvent({
      id,
      created_at: sentAt.toISOString(),
      edited_at: null,
      content: `<p>${escaped}</p>`,
      visibility: 'public',
      account: { id: `contoh-${author.number}`, acct, display_name: author.name },
      in_reply_to_id: null,
      url: `https://mastodon.example/@${acct}/${id}`,
      media_attachments: extra === 'photo' ? [photo] : [],
    });
  },
};
