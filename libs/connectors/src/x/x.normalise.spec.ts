import { describe, expect, it } from '@jest/globals';
import { TEST_NOW } from '@app/connector-kit/testing';
import { normaliseXEvent } from './x.normalise.js';

const ID = '2123582609421238273';

describe('reading a post from X', () => {
  const read = (post: object, more: object = {}) => {
    const payload = {
      post: { id: ID, text: 'banjir', author_id: '8', conversation_id: ID, ...post },
      author: null,
      media: [],
      place: null,
      referenced: [],
      ourUserId: '9',
      ...more,
    };
    const event = normaliseXEvent({ kind: 'post', externalId: ID, payload, receivedAt: TEST_NOW });
    if (event.kind !== 'message' && event.kind !== 'edit') throw new Error(`Not a message: ${event.kind}`);
    return event.message;
  };
  const place = (bbox: number[]) => ({ place: { id: 'p', full_name: 'Contoh', geo: { bbox } } });

  it('takes an exact point over the tagged place', () => {
    const geo = { coordinates: { type: 'Point', coordinates: [107.61, -6.91] }, place_id: 'p' };
    expect(read({ geo }, place([106.5, -7.5, 108.5, -6.5])).location).toEqual({
      longitude: 107.61,
      latitude: -6.91,
      label: 'Contoh',
    });
  });

  it('does not take a whole city for a point', () => {
    expect(read({}, place([107.5, -7, 107.7, -6.8])).location).toBeUndefined();
  });

  it.each([[[239, 444]], [[107.6]], [[107.6, -6.9, 3]]])(
    'ignores coordinates that are none: %j',
    (coordinates) => {
      expect(read({ geo: { coordinates: { coordinates } } }).location).toBeUndefined();
    },
  );

  it('tells the time by the id when X gives none that could be read', () => {
    expect(read({ created_at: 'yesterday' }).sentAt).toBe('2026-11-20T01:02:03.000Z');
    expect(read({ id: '20', created_at: undefined }).sentAt).toBe(TEST_NOW.toISOString());
  });

  it('reads a post in spite of parts that it does not understand', () => {
    expect(read({ attachments: 'many', geo: 7, note_tweet: null, lang: 5 })).toMatchObject({
      text: 'banjir',
    });
  });

  it('names what is wrong without repeating what the citizen wrote', () => {
    const payload = { post: { id: ID, text: 5, secret: 'rahasia' }, author: null };
    const event = { kind: 'post', externalId: ID, payload, receivedAt: TEST_NOW };
    expect(() => normaliseXEvent(event)).toThrow(/unexpected: post\.text, post\.author_id/);
  });
});
