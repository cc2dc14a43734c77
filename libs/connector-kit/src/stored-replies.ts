import type { ReplySender } from './connector.js';

/** For channels whose readers come and fetch the stored answer themselves: nothing has to be carried anywhere. */
export function storedReplies<Settings>(options: {
  /** In UTF-16 units. */
  readonly maxTextLength: number;
  /** Whether everybody may read it. */
  readonly isPublic: boolean;
}): ReplySender<Settings> {
  const { maxTextLength, isPublic } = options;
  return {
    maxTextLength,
    lengthUnit: 'utf16',
    isIdempotent: true,
    countLength: (text) => text.length,
    availability: () => ({ isAllowed: true, isPublic }),
    send: ({ idempotencyKey }) => Promise.resolve({ externalId: idempotencyKey, status: 'delivered' }),
  };
}
