import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  graphElementSchema,
  parseGraphDelivery,
  type GraphElement,
  type GraphPart,
} from './graph-delivery.js';
import { messagingParts } from './messaging-parts.js';

/** Comments by their id, messages as Messenger has them, everything else whole. */
const split = (element: GraphElement): readonly GraphPart[] => {
  if (element.source !== 'changes') return messagingParts(element);
  const { comment_id: id } = (element.value ?? {}) as { comment_id?: string };
  return id === undefined ? [] : [{ kind: 'comment', externalId: id, conversationKey: id, payload: element }];
};
const parse = (body: unknown) => parseGraphDelivery(Buffer.from(JSON.stringify(body)), 'page', split);
const page = (...entry: unknown[]) => ({ object: 'page', entry });
const comment = (id: string) => ({ field: 'feed', value: { item: 'comment', comment_id: id } });
const message = (mid: string) => ({
  sender: { id: 900 },
  recipient: { id: '1' },
  timestamp: 1_764_000_000_000,
  message: { mid, text: 'Jalan rusak' },
});
const idsOf = (body: unknown) =>
  parse(body).map((event) => (event.status === 'readable' ? `${event.kind} ${event.externalId}` : null));

describe('a delivery of Meta', () => {
  it('gives each element of each list of each entry an event of its own, in order', () => {
    const body = page(
      { id: '1', time: 5, changes: [comment('a'), comment('b')], messaging: [message('m1')] },
      { id: '1', time: 6, standby: [message('m2')], changes: [comment('c')] },
    );
    expect(idsOf(body)).toEqual(['comment a', 'comment b', 'message m1', 'comment c', 'message m2']);
  });

  it('reads an entry that is a change itself, as Instagram Login sends it', () => {
    const [event] = parse(page({ id: '1', time: 5, ...comment('a') }));
    expect(event).toMatchObject({
      kind: 'comment',
      externalId: 'a',
      payload: { field: 'feed', entryId: '1' },
    });
  });

  it('names what the channel does not name by its content, whatever it is batched with', () => {
    const like = { field: 'feed', value: { item: 'like', verb: 'add' } };
    const alone = idsOf(page({ id: '1', time: 5, changes: [like] }));
    const batched = idsOf(page({ id: 1, time: 9, changes: [comment('a'), like] }));
    expect(alone).toEqual([batched[1]]);
    expect(alone[0]).toMatch(/^feed sha256:/);
    expect(idsOf(page({ id: '2', time: 5, changes: [like] }))).not.toEqual(alone);
  });

  it('keeps what it cannot tell apart, alone', () => {
    const body = page(
      { id: '1', changes: [comment('a'), 'rusak', { value: {} }, comment('b')], messaging: [null] },
      'bukan entri',
      { time: 7, changes: [comment('x')] },
      { id: '1', changed_fields: ['feed'] },
      { id: '1', changes: [comment('c')] },
    );
    expect(idsOf(body)).toEqual(['comment a', null, null, 'comment b', null, null, null, null, 'comment c']);
  });

  it('keeps an element alone whose channel fails to read it', () => {
    const broken = (element: GraphElement) => {
      if (JSON.stringify(element.value).includes('"b"')) throw new Error('A comment without a post');
      return split(element);
    };
    const body = Buffer.from(JSON.stringify(page({ id: '1', changes: [comment('a'), comment('b')] })));
    expect(parseGraphDelivery(body, 'page', broken)).toMatchObject([
      { status: 'readable', externalId: 'a' },
      { status: 'unreadable', reason: 'A comment without a post' },
    ]);
  });

  it.each([
    ['cut off', '{"object":"page","entry":[{"id"', 'JSON'],
    ['without entries', '{"object":"page","entry":[]}', 'entries'],
    ['for another kind of account', '{"object":"instagram","entry":[{"id":"1"}]}', 'instagram'],
  ])('keeps a body that is %s as it came', (_name, text, reason) => {
    const bytes = Buffer.from(text);
    expect(parseGraphDelivery(bytes, 'page', split)).toEqual([
      { status: 'unreadable', bytes, reason: expect.stringContaining(reason) },
    ]);
  });

  it('reads back as it was stored', () => {
    for (const event of parse(
      page({ id: '1', time: 5, changes: [comment('a')], messaging: [message('m')] }),
    )) {
      if (event.status === 'unreadable') throw new Error(event.reason);
      const stored: unknown = JSON.parse(JSON.stringify(event.payload));
      expect(graphElementSchema.parse(stored)).toEqual(event.payload);
    }
  });

  it('loses nothing and names nothing twice, however it is batched', () => {
    const items = fc.uniqueArray(fc.integer({ min: 1, max: 10_000 }), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(items, fc.array(fc.nat(4), { minLength: 30, maxLength: 30 }), (numbers, places) => {
        const entries = [0, 1, 2, 3, 4].map((entry) => ({
          id: '1',
          changes: numbers.filter((n, i) => places[i] === entry && n % 2).map((n) => comment(`c${n}`)),
          messaging: numbers
            .filter((n, i) => places[i] === entry && n % 2 === 0)
            .map((n) => message(`m${n}`)),
        }));
        const filled = entries.filter(({ changes, messaging }) => changes.length + messaging.length > 0);
        const wanted = numbers.map((n) => (n % 2 ? `comment c${n}` : `message m${n}`));
        expect(idsOf(page(...filled)).sort()).toEqual(wanted.sort());
      }),
    );
  });
});

describe('an item of messaging', () => {
  const parts = (value: object, source: 'messaging' | 'standby' = 'messaging') =>
    messagingParts({ object: 'page', entryId: '1', source, field: source, value });
  const frame = { sender: { id: '900' }, recipient: { id: '1' }, timestamp: 1 };
  const ids = (value: object) => parts(value).map(({ kind, externalId }) => [kind, externalId]);

  it('belongs to the other party’s conversation, also when it is an echo of ours', () => {
    const echo = { sender: { id: '1' }, recipient: { id: 900 }, message: { mid: 'm', is_echo: true } };
    expect(parts(echo)[0]?.conversationKey).toBe('900');
    expect(parts({ ...frame, message: { mid: 'm' } })[0]?.conversationKey).toBe('900');
    expect(
      parts({ sender: { user_ref: 'r' }, recipient: { id: '1' }, postback: {} })[0]?.conversationKey,
    ).toBe('r');
  });

  it('has one name in standby and messaging', () => {
    const named = ({ kind, externalId }: GraphPart) => ({ kind, externalId });
    const value = { ...frame, message: { mid: 'm' } };
    expect(parts(value, 'standby').map(named)).toEqual(parts(value).map(named));
  });

  it('tells a message, its edits and its deletion apart', () => {
    expect(ids({ ...frame, message: { mid: 'm', text: 'a' } })).toEqual([['message', 'm']]);
    expect(ids({ ...frame, message: { mid: 'm', is_deleted: true } })).toEqual([['message', 'm:deleted']]);
    // Meta writes the number of the edit as a text, too.
    expect(ids({ ...frame, message_edit: { mid: 'm', num_edit: '2' } })).toEqual([['message_edit', 'm:2']]);
    expect(ids({ ...frame, message_edit: { mid: 'm', num_edit: 3 } })).toEqual([['message_edit', 'm:3']]);
  });

  it('does not take a reaction for the message that it is about', () => {
    const reaction = (action: string) => ids({ ...frame, reaction: { mid: 'm', action } })[0]?.[1];
    expect(reaction('react')).toBeUndefined();
  });

  it('makes a receipt for three messages three events', () => {
    const receipt = { ...frame, delivery: { mids: ['a', 'b', 'c'], watermark: 7 } };
    expect(ids(receipt)).toEqual([
      ['delivery', 'a'],
      ['delivery', 'b'],
      ['delivery', 'c'],
    ]);
    expect(parts(receipt)[1]?.payload.value).toMatchObject({ delivery: { mids: ['b'], watermark: 7 } });
  });
});
