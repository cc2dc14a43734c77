import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { TEST_NOW } from '@app/connector-kit/testing';
import { normaliseXEvent } from './x.normalise.js';
import { webhookEvents } from './x.webhook-events.js';

const OURS = '900000000000000001';
const id = fc.bigInt({ min: 10n ** 17n, max: 2n ** 63n }).map(String);

const message = fc.record({
  type: fc.constant('message_create'),
  id,
  message_create: fc.record({
    target: fc.record({ recipient_id: fc.constant(OURS) }),
    sender_id: id,
    message_data: fc.record({ text: fc.string({ unit: 'binary' }) }),
  }),
});
const post = fc.record({
  id_str: id,
  text: fc.string({ unit: 'binary' }),
  user: fc.record({ id_str: id, name: fc.string(), screen_name: fc.string() }),
  truncated: fc.boolean(),
});
const broken = fc.oneof(fc.constant(null), fc.integer(), fc.string(), fc.record({ text: fc.string() }));

const parse = (body: unknown) => webhookEvents(Buffer.from(JSON.stringify(body)));

describe('a batched delivery of X', () => {
  it('is as many events as it has items, in order, whatever stands between them', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(post, broken), { maxLength: 20 }),
        fc.array(fc.oneof(message, broken), { minLength: 1, maxLength: 20 }),
        (posts, messages) => {
          const events = parse({
            for_user_id: OURS,
            tweet_create_events: posts,
            direct_message_events: messages,
          });
          const wanted = [...posts, ...messages].map((item) => idOf(item));
          expect(events.map((event) => (event.status === 'readable' ? event.externalId : null))).toEqual(
            wanted,
          );
        },
      ),
      { numRuns: 50 },
    );
  });

  it('loses none of several messages of one activity, and each can be read', () => {
    fc.assert(
      fc.property(fc.array(message, { minLength: 1, maxLength: 20 }), (messages) => {
        const activity = {
          event_type: 'dm.received',
          event_uuid: '-7',
          filter: { user_id: OURS },
          payload: { direct_message_events: messages },
        };
        const texts = parse({ data: activity }).map((event) => {
          if (event.status !== 'readable') throw new Error(event.reason);
          const read = normaliseXEvent({ ...event, receivedAt: TEST_NOW });
          return read.kind === 'message' ? read.message.externalId : read.kind;
        });
        expect(texts).toEqual(messages.map((item) => `dm:${item.id}`));
      }),
      { numRuns: 50 },
    );
  });

  it('never throws, whatever JSON comes', () => {
    fc.assert(
      fc.property(fc.json(), (json) => {
        expect(webhookEvents(Buffer.from(json)).length).toBeGreaterThan(0);
      }),
      { numRuns: 200 },
    );
  });
});

function idOf(item: unknown): string | null {
  if (typeof item !== 'object' || item === null) return null;
  const { id: own, id_str: legacy } = item as { id?: string; id_str?: string };
  return own ?? legacy ?? null;
}
