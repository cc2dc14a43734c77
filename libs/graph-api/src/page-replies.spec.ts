import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { OutboundReply, ReplyTarget } from '@app/connector-kit';
import { scriptedServer, testContext, TEST_NOW, type ScriptedServer } from '@app/connector-kit/testing';
import { pageReplyAvailability, sendPageMessage } from './page-replies.js';

const HOUR_MS = 3_600_000;
const RULES = { inbox: 'Messenger', freeType: 'RESPONSE' } as const;
const hoursAgo = (hours: number) => new Date(TEST_NOW.getTime() - hours * HOUR_MS);
const to = (kind: 'private' | 'public', hours: number, more: object = {}): OutboundReply => ({
  text: 'Kami cek.',
  idempotencyKey: '00000000-0000-4000-8000-000000000001',
  conversation: { externalId: 'c', kind },
  inReplyTo: { externalId: 'm_1', sentAt: hoursAgo(hours) },
  recipient: { externalId: '77' },
  ...more,
});
const isAvailable = (target: ReplyTarget) => pageReplyAvailability(RULES, target, TEST_NOW);

describe('when an answer may be given', () => {
  it.each([23, 25, 167])('privately %i hours after the citizen wrote', (hours) => {
    const until = new Date(hoursAgo(hours).getTime() + 168 * HOUR_MS);
    expect(isAvailable(to('private', hours))).toEqual({ isAllowed: true, isPublic: false, until });
  });

  it('not after seven days, unless the citizen has written since in another report', () => {
    const late = to('private', 169);
    expect(isAvailable(late)).toMatchObject({
      isAllowed: false,
      reason: { id: expect.stringContaining('Messenger tidak menerima') },
    });
    const conversation = { ...late.conversation, lastInboundAt: hoursAgo(1) };
    expect(isAvailable({ ...late, conversation })).toMatchObject({ isAllowed: true });
  });

  it.each([
    ['both ways while it is young', 167, {}, ['public', 'private']],
    ['only publicly after seven days', 169, {}, ['public']],
    ['only publicly once it was answered privately', 1, { isAnsweredPrivately: true }, ['public']],
  ])('to a comment %s', (_name, hours, more, modes) => {
    const comment = to('public', hours);
    const inReplyTo = { ...comment.inReplyTo, ...more };
    expect(isAvailable({ ...comment, inReplyTo })).toEqual({ isAllowed: true, isPublic: true, modes });
  });
});

describe('a private answer', () => {
  let server: ScriptedServer;
  beforeAll(async () => {
    server = await scriptedServer();
  });
  afterAll(() => server.stop());
  const context = () =>
    testContext({
      accessToken: 'EAAtoken',
      appSecret: '0'.repeat(32),
      apiVersion: 'v25.0',
      apiRoot: server.origin,
    });
  const send = (reply: OutboundReply, rules: Parameters<typeof sendPageMessage>[0] = RULES) =>
    sendPageMessage(rules, reply, context(), '11');
  const sentBody = () => JSON.parse(server.requests.at(-1)?.body.toString() ?? '') as object;
  const message = { text: 'Kami cek.' };

  it.each([
    ['within a day goes as a response', RULES, to('private', 23), { messaging_type: 'RESPONSE' }],
    ['needs no type where there is none', { inbox: 'Instagram' }, to('private', 23), {}],
    [
      'after a day says that a person typed it',
      RULES,
      to('private', 25),
      { messaging_type: 'MESSAGE_TAG', tag: 'HUMAN_AGENT' },
    ],
  ])('%s', async (_name, rules, reply, more) => {
    server.play({ body: { message_id: 'm_2' } });
    expect(await send(reply, rules)).toEqual({ externalId: 'm_2', status: 'sent' });
    expect(sentBody()).toEqual({ recipient: { id: '77' }, message, ...more });
    expect(server.requests.at(-1)?.path).toBe('/v25.0/11/messages');
  });

  it('to a comment names the comment', async () => {
    server.play({ body: { message_id: 'm_2' } });
    await send(to('public', 30));
    expect(sentBody()).toEqual({ recipient: { comment_id: 'm_1' }, message });
  });

  it('is not tried when the time ran out meanwhile, and a second one to a comment is refused', async () => {
    await expect(send(to('private', 169))).rejects.toMatchObject({ code: 'reply-refused' });
    server.play({ status: 400, body: { error: { code: 10_900, message: 'Activity already replied to' } } });
    await expect(send(to('public', 1))).rejects.toMatchObject({
      code: 'reply-refused',
      message: expect.stringContaining('answered privately already'),
    });
  });
});
