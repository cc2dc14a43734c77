import type { ConnectorExample, ExampleMessage } from '@app/connector-kit';
import { commentEvent } from './youtube.events.js';

const CHANNEL = 'UCcontohcontohcontoh0001';

export const youtubeExample: ConnectorExample = {
  settings: {
    channelId: CHANNEL,
    clientId: 'contoh-client-id',
    clientSecret: 'contoh-client-secret',
    refreshToken: 'contoh-refresh-token',
  },

  event({ number, author, sentAt, text }: ExampleMessage) {
    const at = sentAt.toISOString();
    const id = `Ugcontoh${number}`;
    const comment = {
      id,
      snippet: {
        textDisplay: text,
        authorDisplayName: author.name,
        authorChannelId: { value: `UCcontoh-${author.number}` },
        publishedAt: at,
        updatedAt: at,
      },
    };
    return commentEvent(comment, { thread: { id, snippet: { videoId: 'contoh' } }, channelId: CHANNEL });
  },
};
