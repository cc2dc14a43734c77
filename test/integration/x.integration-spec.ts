import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { eventually } from '../support/eventually.js';
import { startTestSystem, type TestSystem } from '../support/test-system.js';
import { startXDouble, type XDouble } from '../support/x-double.js';

const SITI = { id: '800000000000000999', name: 'Siti Contoh', username: 'siti_contoh' };
let system: TestSystem;
let x: XDouble;

beforeAll(async () => {
  system = await startTestSystem();
});
beforeEach(async () => {
  x = await startXDouble({ handle: 'PemkabContoh' });
});
afterEach(async () => {
  const { body } = await system.admin.call('GET', '/connections');
  for (const { id } of body as { id: string }[]) {
    await system.admin.call('PATCH', `/connections/${id}`, { status: 'paused' });
  }
  await x.stop();
});
afterAll(() => system.close());

/* eslint-disable @typescript-eslint/no-explicit-any -- answers of the API, looked at as the test expects them */
async function connect(settings: object): Promise<any> {
  const answer = await system.admin.call('POST', '/connections', {
    channel: 'x',
    name: 'X',
    settings: { ...x.settings, ...settings },
  });
  expect(answer).toMatchObject({ status: 201 });
  return answer.body;
}
const connectionOf = async (id: string): Promise<any> =>
  (await system.admin.call('GET', '/connections')).body.find((row: any) => row.id === id);
const reportsWith = async (words: string): Promise<any[]> =>
  (await system.admin.call('GET', `/reports?q=${encodeURIComponent(words)}`)).body.items;
const reportWith = (words: string) =>
  eventually(`a report with "${words}"`, async () => (await reportsWith(words))[0]);
const detail = async (id: string): Promise<any> => (await system.admin.call('GET', `/reports/${id}`)).body;
const answerReport = async (id: string, text: string) =>
  system.admin.call('POST', `/reports/${id}/replies`, {
    text,
    idempotencyKey: crypto.randomUUID(),
    version: (await detail(id)).version,
  });
const replyThatIs = (id: string, state: string) =>
  eventually(`a reply that is ${state}`, async () =>
    (await detail(id)).replies.find((reply: any) => reply.state === state),
  );
/** Without the half minute between two checks. */
const healthOf = (id: string, state: string) =>
  eventually(`health ${state}`, async () => {
    const { health } = await connectionOf(id);
    if (health.state === state) return health;
    await system.database.query(`update connections set health_checked_at = null where id = '${id}'`);
    return null;
  });
/** Every event that was stored is accounted for, and none waits. */
const settled = () =>
  eventually('a settled ledger', async () => {
    const { body } = await system.admin.call('GET', '/reconciliation');
    return body.isBalanced && body.pending === 0 && body;
  });
/* eslint-enable @typescript-eslint/no-explicit-any */

describe('X by webhook', () => {
  it('brings a mention, carries the answer, and knows its echo again', async () => {
    await connect({ mode: 'webhook' });
    const { id } = x.sendMention({ text: '@PemkabContoh jalan poros Kabo berlubang', handle: 'siti_contoh' });
    const { payload, includes } = x.pushed(id);
    expect(await x.webhooks.deliver('post.mention.create', payload, includes)).toBe(200);
    const report = await reportWith('poros Kabo');
    await answerReport(report.id, 'Segera kami perbaiki.');
    const tweet = await x.waitForTweet();
    await replyThatIs(report.id, 'sent');

    const echo = {
      id: tweet.id,
      text: tweet.text,
      author_id: x.account.id,
      conversation_id: id,
      referenced_tweets: [{ type: 'replied_to', id }],
      edit_history_tweet_ids: [tweet.id],
    };
    expect(await x.webhooks.deliver('post.create', echo)).toBe(200);
    const byHand = { ...echo, id: `${tweet.id.slice(0, -3)}999`, edit_history_tweet_ids: undefined };
    expect(await x.webhooks.deliver('post.create', { ...byHand, text: 'Sudah selesai.' })).toBe(200);
    await eventually('the answer given on X', async () => (await detail(report.id)).messages.length === 2);
    const { messages, replies } = await detail(report.id);
    expect(replies).toHaveLength(1);
    expect(messages.map(({ text }: { text: string }) => text)).toEqual([
      '@PemkabContoh jalan poros Kabo berlubang',
      'Sudah selesai.',
    ]);
    expect(await reportsWith('Segera kami perbaiki')).toHaveLength(0);
    await settled();
  });

  it('refuses what X did not sign, and shows a post once however it comes', async () => {
    const { webhookUrl } = await connect({ mode: 'webhook' });
    const { id } = x.sendMention({ text: '@PemkabContoh drainase Teluk Lingga', handle: 'siti_contoh' });
    const { payload, includes } = x.pushed(id);
    const forged = { data: { event_type: 'post.mention.create', payload } };
    expect(await x.webhooks.post(webhookUrl, forged, 'another-secret')).toBe(403);
    for (const event of ['post.mention.create', 'post.reply.create'] as const) {
      expect(await x.webhooks.deliver(event, payload, includes)).toBe(200);
    }
    await reportWith('Teluk Lingga');
    await settled();
    expect(await reportsWith('Teluk Lingga')).toHaveLength(1);
  });

  it('hides what its author has deleted', async () => {
    const { webhookUrl } = await connect({ mode: 'webhook' });
    const { id } = x.sendMention({ text: '@PemkabContoh nomor KTP saya 6474', handle: 'siti_contoh' });
    const { payload, includes } = x.pushed(id);
    await x.webhooks.deliver('post.mention.create', payload, includes);
    const report = await reportWith('KTP saya');
    const deletion = {
      for_user_id: x.account.id,
      tweet_delete_events: [{ status: { id, user_id: SITI.id }, timestamp_ms: String(Date.now()) }],
    };
    expect(await x.webhooks.post(webhookUrl, deletion)).toBe(200);
    await eventually('the mark of the deletion', async () => (await detail(report.id)).messages[0].deletedAt);
    await eventually('no hit', async () => (await reportsWith('KTP saya')).length === 0);
  });

  it('takes direct messages in and answers them as such', async () => {
    const { webhookUrl } = await connect({ mode: 'webhook', readsDirectMessages: true });
    const { pushed } = x.messages.send({ text: 'Air PDAM keruh di Swarga Bara', from: SITI });
    expect(await x.webhooks.deliver('dm.received', pushed)).toBe(200);
    const report = await reportWith('Swarga Bara');
    expect(report).toMatchObject({ contactName: 'Siti Contoh' });
    expect((await detail(report.id)).replyOptions).toMatchObject({
      ...{ isAllowed: true, isPublic: false, maxTextLength: 280 },
      privateLimit: { maxTextLength: 10_000, lengthUnit: 'utf16' },
    });
    // Too long for a post.
    const text = 'Tim PDAM kami kirim. '.repeat(450).trim();
    await answerReport(report.id, text);
    await replyThatIs(report.id, 'sent');
    const [sent] = x.messages.sent();
    expect(sent).toMatchObject({ text, to: SITI.id });
    expect(x.tweets()).toEqual([]);

    const mark = { sender_id: SITI.id, last_read_event_id: sent?.id, created_timestamp: String(Date.now()) };
    const body = { for_user_id: x.account.id, direct_message_mark_read_events: [mark] };
    expect(await x.webhooks.post(webhookUrl, body)).toBe(200);
    await replyThatIs(report.id, 'read');
  });

  it('shows that X has switched the webhook off, and goes on when X accepts it again', async () => {
    const { id } = await connect({ mode: 'webhook' });
    await healthOf(id, 'healthy');
    x.webhooks.invalidate(true);
    expect(await healthOf(id, 'degraded')).toMatchObject({
      reason: expect.stringMatching(/switched the webhook off/),
    });
    x.webhooks.acceptChecks();
    await healthOf(id, 'healthy');
  });

  it('shows that the account has withdrawn the permission', async () => {
    const { id } = await connect({});
    await healthOf(id, 'healthy');
    x.revoke();
    expect(await healthOf(id, 'needs-reauthorisation')).toMatchObject({
      reason: expect.stringMatching(/rejects the keys/),
    });
  });
});

describe('X by search', () => {
  it('brings what does not mention the account, and hands over to x.com for the answer', async () => {
    await connect({ searchQuery: '"banjir rob" OR Bengalon' });
    x.sendPost({ text: 'banjir rob lagi di Bengalon, tidak ada petugas', handle: 'siti_contoh' });
    const report = await reportWith('tidak ada petugas');
    const { replyOptions } = await detail(report.id);
    expect(replyOptions).toMatchObject({ isAllowed: false });
    expect(replyOptions.reason.id).toContain('tidak menyebut akun kita');
    expect((await answerReport(report.id, 'Kami cek.')).body).toMatchObject({ code: 'reply-not-allowed' });
  });
});
