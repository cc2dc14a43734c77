import type { ConnectorExample, ExampleMessage } from '@app/connector-kit';
import { notificationEvent } from './bluesky.events.js';

export const blueskyExample: ConnectorExample = {
  settings: { identifier: 'contoh.example', appPassword: 'contoh' },

  event({ number, author, sentAt, text, extra }: ExampleMessage) {
    const did = `did:example:contoh-${author.number}`;
    const image = { ref: { $link: `contoh-${number}` }, mimeType: 'image/jpeg' };
    const embed = { $type: 'app.bsky.embed.images', images: [{ alt: '', image }] };
    return notificationEvent({
      uri: `at://${did}/app.bsky.feed.post/contoh${number}`,
      cid: `contoh${number}`,
      author: {
        did,
        handle: `${author.name.toLowerCase().replace(/[^a-z0-9]+/g, '-')}.example`,
        displayName: author.name,
      },
      reason: 'mention',
      record: {
        $type: 'app.bsky.feed.post',
        text,
        createdAt: sentAt.toISOString(),
        ...(extra === 'photo' && { embed }),
      },
      indexedAt: sentAt.toISOString(),
    });
  },
};
