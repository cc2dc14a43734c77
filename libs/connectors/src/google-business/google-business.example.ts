import type { ConnectorExample, ExampleMessage, ParsedEvent } from '@app/connector-kit';
import { STARS } from './google-business.payload.js';

const LOCATION = 'accounts/1/locations/1';

export const googleBusinessExample: ConnectorExample = {
  settings: {
    location: LOCATION,
    clientId: 'contoh-client-id',
    clientSecret: 'contoh-client-secret',
    refreshToken: 'contoh-refresh-token',
  },

  event({ number, author, sentAt, text }: ExampleMessage): ParsedEvent {
    const name = `${LOCATION}/reviews/contoh-${number}`;
    const at = sentAt.toISOString();
    const starRating = STARS[number % 3] ?? 'ONE';
    const review = {
      name,
      reviewer: { displayName: author.name },
      starRating,
      comment: text,
      createTime: at,
      updateTime: at,
    };
    return {
      status: 'readable',
      kind: 'review',
      externalId: name,
      conversationKey: name,
      payload: { review },
    };
  },
};
