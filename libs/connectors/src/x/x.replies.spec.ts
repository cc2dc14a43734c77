import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { ConnectorContext, OutboundReply } from '@app/connector-kit';
import { InMemoryUsageMeter, TEST_NOW, testContext } from '@app/connector-kit/testing';
import { startXDouble, type XDouble } from '../../../../test/support/x-double.js';
import { XReplies } from './x.replies.js';
import { xSettingsSchema, type XSettings } from './x.settings.js';

describe('answering on X', () => {
  const replies = new XReplies();
  let x: XDouble;
  let context: ConnectorContext<XSettings>;
  let usage: InMemoryUsageMeter;

  beforeEach(async () => {
    x = await startXDouble();
    usage = new InMemoryUsageMeter();
    context = testContext(xSettingsSchema.parse(x.settings), { usage });
  });
  afterEach(() => x.stop());

  const replyTo = (id: string, text = 'Terima kasih, sudah kami teruskan.'): OutboundReply => ({
    conversation: { externalId: id, kind: 'public' },
    inReplyTo: { externalId: id, sentAt: TEST_NOW },
    recipient: { externalId: '1', handle: 'siti' },
    text,
    idempotencyKey: 'reply-1',
  });
  const summons = () => x.sendMention({ text: '@PemkotContoh tolong', handle: 'siti' }).id;

  it('posts the text as it is under the citizen’s post', async () => {
    const id = summons();
    const sent = await replies.send(replyTo(id), context);
    expect(await x.waitForTweet()).toEqual({
      id: sent.externalId,
      text: 'Terima kasih, sudah kami teruskan.',
      inReplyTo: id,
    });
    expect(sent).toMatchObject({ status: 'sent', permalink: `https://x.com/i/status/${sent.externalId}` });
  });

  it('can answer a post that was edited since', async () => {
    const id = summons();
    x.editMention(id, '@PemkotContoh tolong segera');
    await expect(replies.send(replyTo(id), context)).resolves.toMatchObject({ status: 'sent' });
  });

  it('tells the officer what to do when the author did not mention the account', async () => {
    const { id } = x.sendMention({ text: 'di utas orang lain', handle: 'siti', isSummons: false });
    await expect(replies.send(replyTo(id), context)).rejects.toMatchObject({
      code: 'reply-refused',
      message: expect.stringMatching(/mentioned or quoted this account.*"Open on X"/),
    });
  });

  it('tells a duplicate from a forbidden reply', async () => {
    const id = summons();
    await replies.send(replyTo(id), context);
    await expect(replies.send(replyTo(id), context)).rejects.toMatchObject({
      code: 'reply-refused',
      message: expect.stringMatching(/duplicate/),
    });
  });

  it('does not claim a failure when X took the reply and the answer was lost', async () => {
    x.failNext({ endpoint: 'tweets', answer: 'cut-after-taking' });
    await expect(replies.send(replyTo(summons()), context)).rejects.toMatchObject({
      code: 'outcome-unknown',
    });
    expect(x.tweets()).toHaveLength(1);
    expect(usage.entries).toMatchObject([{ item: 'post-create' }]);
  });

  it('is a time-out of unknown outcome when X stays silent', async () => {
    x.failNext({ endpoint: 'tweets', answer: 'hang' });
    const impatient = { ...context, signal: AbortSignal.timeout(100) };
    await expect(replies.send(replyTo(summons()), impatient)).rejects.toMatchObject({
      code: 'outcome-unknown',
    });
  });

  it('costs thirteen times as much with a link, and nothing when refused', async () => {
    await replies.send(replyTo(summons(), 'Cek status di lapor.contoh.go.id'), context);
    await replies.send(replyTo(summons(), 'Tanpa tautan'), context);
    await replies.send(replyTo('1', 'Kiriman ini tidak ada'), context).catch(() => undefined);
    expect(usage.entries.map(({ item, costRupiah }) => [item, costRupiah])).toEqual([
      ['post-create-with-url', 3300],
      ['post-create', 247.5],
    ]);
  });

  it('stays sent when the meter fails afterwards', async () => {
    const broken = { spentRupiah: async () => 0, add: () => Promise.reject(new Error('database is gone')) };
    await expect(replies.send(replyTo(summons()), { ...context, usage: broken })).resolves.toMatchObject({
      status: 'sent',
    });
  });

  it('refuses a text that X would refuse, before asking X', async () => {
    await expect(replies.send(replyTo(summons(), 'a'.repeat(281)), context)).rejects.toMatchObject({
      code: 'reply-refused',
      message: expect.stringContaining('281'),
    });
    expect(x.requests).toEqual([]);
  });

  it('does not post once the budget is spent', async () => {
    await usage.add('post-create', 1, 500_000);
    await expect(replies.send(replyTo(summons()), context)).rejects.toMatchObject({
      code: 'budget-exhausted',
    });
    expect(x.requests).toEqual([]);
  });

  it('has no limit when the budget is zero', async () => {
    await usage.add('post-create', 1, 5_000_000);
    const unlimited = { ...context, settings: { ...context.settings, monthlyBudgetRupiah: 0 } };
    await expect(replies.send(replyTo(summons()), unlimited)).resolves.toMatchObject({ status: 'sent' });
  });

  describe('whose fate is unknown', () => {
    const attemptedAt = new Date();
    const checking = () => ({ ...context, now: () => new Date(attemptedAt.getTime() + 180_000) });
    const check = (reply: OutboundReply, at = checking()) => replies.check({ ...reply, attemptedAt }, at);

    it('is found under the citizen’s post', async () => {
      const id = summons();
      x.failNext({ endpoint: 'tweets', answer: 'cut-after-taking' });
      await replies.send(replyTo(id), context).catch(() => undefined);
      expect(await check(replyTo(id))).toMatchObject({ status: 'sent', externalId: x.tweets()[0]?.id });
    });

    it('is not taken for another answer to the same post', async () => {
      const id = summons();
      await replies.send(replyTo(id, 'Jawaban lain'), context);
      expect(await check(replyTo(id))).toBe('not-sent');
    });

    it('is found among the direct messages', async () => {
      const siti = { id: '800000000000000101', name: 'Siti', username: 'siti' };
      const reply: OutboundReply = {
        ...replyTo('dm:1'),
        conversation: { externalId: `dm/${siti.id}`, kind: 'private' },
      };
      expect(await check(reply)).toBe('not-sent');
      x.messages.send({ text: reply.text, from: siti });
      expect(await check(reply)).toBe('not-sent');
      const { externalId } = await replies.send(reply, context);
      expect(await check(reply)).toEqual({ externalId, status: 'sent' });
    });

    it('stays unknown for two minutes: X shows a post to readers a little later', async () => {
      const soon = { ...context, now: () => new Date(attemptedAt.getTime() + 30_000) };
      expect(await check(replyTo(summons()), soon)).toBe('unknown');
    });
  });

  it('says what a text costs before it is sent', () => {
    const { settings } = context;
    expect(replies.cost('Tanpa tautan', settings)).toEqual({ parts: 1, rupiah: 247.5 });
    expect(replies.cost('Cek lapor.contoh.go.id', settings)).toEqual({ parts: 1, rupiah: 3300 });
  });

  describe('where', () => {
    const availability = (externalId: string, kind: 'public' | 'private' | 'group' = 'public') =>
      replies.availability({ ...replyTo('77'), conversation: { externalId, kind } });

    it('offers both the thread and a direct message below a mention', () => {
      expect(availability('77')).toEqual({ isAllowed: true, isPublic: true, modes: ['public', 'private'] });
    });

    it('answers a direct message with one', () => {
      expect(availability('dm/8', 'private')).toEqual({ isAllowed: true, isPublic: false });
      expect(availability('dm-group/8', 'group')).toEqual({ isAllowed: true, isPublic: false });
    });

    it('hands over to x.com where X lets no app answer', () => {
      expect(availability('found/77')).toMatchObject({
        isAllowed: false,
        handOffUrl: 'https://x.com/i/status/77',
      });
      expect(availability('chat/8:9', 'private')).toMatchObject({
        isAllowed: false,
        handOffUrl: 'https://x.com/i/chat',
      });
    });

    it('knows conversations of other channels from its own', () => {
      expect(availability('-100200/7')).toMatchObject({ isAllowed: false });
    });
  });

  describe('by direct message', () => {
    const siti = { id: '800000000000000101', name: 'Siti', username: 'siti' };
    const messageTo = (conversation: string, more: object = {}): OutboundReply => ({
      ...replyTo('dm:1'),
      conversation: { externalId: conversation, kind: 'private' },
      recipient: { externalId: siti.id },
      ...more,
    });

    it('writes to the citizen and knows the message again', async () => {
      const sent = await replies.send(messageTo(`dm/${siti.id}`), context);
      expect(x.messages.sent()).toEqual([
        { id: sent.externalId.replace('dm:', ''), text: 'Terima kasih, sudah kami teruskan.', to: siti.id },
      ]);
      expect(usage.entries).toMatchObject([{ item: 'dm-create', costRupiah: 247.5 }]);
    });

    it('answers a mention privately when the officer wants it so', async () => {
      const id = summons();
      const reply = { ...replyTo(id), recipient: { externalId: siti.id }, mode: 'private' as const };
      await replies.send(reply, context);
      expect(x.tweets()).toEqual([]);
      expect(x.messages.sent()).toMatchObject([{ to: siti.id }]);
    });

    it('is long where a post would be too long, within what X takes', async () => {
      const long = { text: 'Terima kasih. '.repeat(700).trim() };
      await replies.send(messageTo(`dm/${siti.id}`, long), context);
      expect(x.messages.sent()).toMatchObject([long]);
      const refused = { code: 'reply-refused', message: expect.stringContaining('allowed') };
      await expect(replies.send({ ...replyTo(summons()), ...long }, context)).rejects.toMatchObject(refused);
      const tooLong = messageTo(`dm/${siti.id}`, { text: 'x'.repeat(10_001) });
      await expect(replies.send(tooLong, context)).rejects.toMatchObject(refused);
    });

    it('tells the officer when the citizen takes no messages', async () => {
      x.messages.closed.add(siti.id);
      await expect(replies.send(messageTo(`dm/${siti.id}`), context)).rejects.toMatchObject({
        code: 'reply-refused',
        message: expect.stringMatching(/does not take messages/),
      });
    });

    it('does not claim a failure when X stays silent', async () => {
      x.failNext({ endpoint: 'messages', answer: 'cut-after-taking' });
      await expect(replies.send(messageTo(`dm/${siti.id}`), context)).rejects.toMatchObject({
        code: 'outcome-unknown',
      });
    });

    it('posts nothing where X lets no app answer', async () => {
      await expect(replies.send(messageTo('found/77'), context)).rejects.toMatchObject({
        code: 'reply-refused',
      });
      expect(x.requests).toEqual([]);
    });
  });
});
