import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { eventually } from '../support/eventually.js';
import { graphError, type Json } from '../support/graph-double.js';
import { PAGE_ID, PageDouble } from '../support/page-double.js';
import { startTestSystem, type TestSystem } from '../support/test-system.js';

const DAY_MS = 86_400_000;
const BUDI = { id: '180000000000001', name: 'Budi' };

let system: TestSystem;
let graph: PageDouble;

beforeAll(async () => {
  system = await startTestSystem();
});
beforeEach(async () => {
  graph = await new PageDouble().start();
});
afterEach(() => graph.stop());
afterAll(() => system.close());

/* eslint-disable @typescript-eslint/no-explicit-any -- answers of the API, looked at as the test expects them */
/** @returns the address of its webhook */
async function connect(channel: 'facebook' | 'instagram'): Promise<string> {
  const body = { channel, name: channel, settings: graph.settings(channel) };
  const answer = await system.admin.call('POST', '/connections', body);
  expect(answer).toMatchObject({ status: 201 });
  return answer.body.webhookUrl as string;
}
const detail = async (id: string): Promise<any> => (await system.admin.call('GET', `/reports/${id}`)).body;
const reportWith = (words: string): Promise<any> =>
  eventually(`a report with "${words}"`, async () => {
    const { body } = await system.admin.call('GET', `/reports?q=${encodeURIComponent(words)}`);
    return body.items[0] && detail(body.items[0].id as string);
  });
const answer = async (id: string, text: string, more: object = {}) =>
  system.admin.call('POST', `/reports/${id}/replies`, {
    text,
    idempotencyKey: randomUUID(),
    version: (await detail(id)).version,
    ...more,
  });
const reply = (id: string, state: string): Promise<any> =>
  eventually(`a reply that is ${state}`, async () =>
    (await detail(id)).replies.find((one: any) => one.state === state),
  );
/* eslint-enable @typescript-eslint/no-explicit-any */
const comment = (words: string, more: Json = {}): Json => ({
  item: 'comment',
  verb: 'add',
  comment_id: `${PAGE_ID}_${randomUUID()}`,
  post_id: `${PAGE_ID}_9`,
  parent_id: `${PAGE_ID}_9`,
  from: BUDI,
  message: words,
  created_time: Math.floor(Date.now() / 1000),
  ...more,
});
const direct = (text: string, more: Json = {}): Json => ({
  sender: { id: BUDI.id },
  message: { mid: `m_${randomUUID()}`, text },
  ...more,
});

describe('a Facebook Page', () => {
  it('takes a comment, answers it below, and once privately', async () => {
    const url = await connect('facebook');
    const value = comment('Lampu jalan padam di gang Kenanga');
    expect(await graph.change(url, 'feed', value)).toBe(200);
    const report = await reportWith('gang Kenanga');
    expect(report).toMatchObject({
      channel: 'facebook',
      contactName: 'Budi',
      replyOptions: { isAllowed: true, isPublic: true, modes: ['public', 'private'] },
    });
    expect((await answer(report.id, 'Petugas menuju lokasi.')).status).toBe(202);
    await reply(report.id, 'sent');
    expect(graph.comments).toMatchObject([
      { path: `${String(value['comment_id'])}/comments`, body: { message: 'Petugas menuju lokasi.' } },
    ]);

    await answer(report.id, 'Mohon nomor tiang lampunya.', { mode: 'private' });
    await eventually('both answers', async () =>
      (await detail(report.id)).replies.every((one: Json) => one['state'] === 'sent'),
    );
    expect(graph.messages).toMatchObject([{ body: { recipient: { comment_id: value['comment_id'] } } }]);
    // Facebook takes only one: the choice is gone before anybody types a second.
    expect((await detail(report.id)).replyOptions).toMatchObject({ isAllowed: true, modes: ['public'] });
    expect((await answer(report.id, 'Satu lagi.', { mode: 'private' })).status).toBe(422);
  });

  it('answers in Messenger, and shows what was delivered and read, though Messenger names no message', async () => {
    const url = await connect('facebook');
    await graph.inbox(url, direct('Air keruh di gang Melati'));
    const report = await reportWith('gang Melati');
    await answer(report.id, 'Kami periksa.');
    await reply(report.id, 'sent');
    expect(graph.messages).toMatchObject([
      {
        body: { recipient: { id: BUDI.id }, messaging_type: 'RESPONSE', message: { text: 'Kami periksa.' } },
      },
    ]);
    const mids = graph.messages.map(({ id }) => id);
    const from = { sender: { id: BUDI.id } };
    await graph.inbox(url, { ...from, delivery: { mids, watermark: Date.now() } });
    await reply(report.id, 'delivered');
    await graph.inbox(url, { ...from, read: { watermark: Date.now() - DAY_MS } });
    await graph.inbox(url, { ...from, read: { watermark: Date.now() } });
    await reply(report.id, 'read');
    await graph.inbox(url, {
      sender: { id: PAGE_ID },
      recipient: { id: BUDI.id },
      message: { mid: mids[0], text: 'Kami periksa.', is_echo: true },
    });
    await eventually(
      'nothing waits',
      async () => (await system.admin.call('GET', '/reconciliation')).body.pending === 0,
    );
    expect((await detail(report.id)).messages).toHaveLength(1);
  });

  it('says that a person answers after a day, and closes the box after a week', async () => {
    const url = await connect('facebook');
    await graph.inbox(
      url,
      direct('Selokan mampet di gang Mawar', { sender: { id: '7701' }, timestamp: Date.now() - 2 * DAY_MS }),
    );
    const report = await reportWith('gang Mawar');
    await answer(report.id, 'Hari ini dibersihkan.');
    await reply(report.id, 'sent');
    expect(graph.messages).toMatchObject([{ body: { messaging_type: 'MESSAGE_TAG', tag: 'HUMAN_AGENT' } }]);

    await graph.inbox(
      url,
      direct('Jalan rusak di gang Dahlia', { sender: { id: '7702' }, timestamp: Date.now() - 8 * DAY_MS }),
    );
    const late = await reportWith('gang Dahlia');
    expect(late.replyOptions).toMatchObject({
      isAllowed: false,
      reason: { id: expect.stringContaining('7 hari') },
    });
    expect((await answer(late.id, 'Maaf terlambat.')).body).toMatchObject({ code: 'reply-not-allowed' });
    expect(graph.messages).toHaveLength(1);
  });

  it('tells the officer when Facebook refuses', async () => {
    const url = await connect('facebook');
    await graph.change(url, 'feed', comment('Pohon tumbang di gang Anggrek'));
    const report = await reportWith('gang Anggrek');
    graph.failNext(/\/comments$/, graphError(400, 100, { error_subcode: 33 }));
    await answer(report.id, 'Baik.');
    expect(await reply(report.id, 'failed')).toMatchObject({ problem: expect.stringMatching(/\S/) });
  });
});

describe('an Instagram account', () => {
  const from = { id: BUDI.id, username: 'budi.contoh' };

  it('takes a comment and a direct message, answers both, and sees which answer was seen', async () => {
    const url = await connect('instagram');
    await graph.change(url, 'comments', {
      id: 'c_1',
      text: 'Halte rusak di gang Cempaka',
      from,
      media: { id: 'media_9' },
    });
    const report = await reportWith('gang Cempaka');
    await answer(report.id, 'Terima kasih.');
    await reply(report.id, 'sent');
    expect(graph.comments).toMatchObject([{ path: 'c_1/replies', body: { message: 'Terima kasih.' } }]);

    await graph.inbox(url, direct('Banjir di gang Flamboyan'));
    const private_ = await reportWith('gang Flamboyan');
    await answer(private_.id, 'Pompa dikirim.');
    await reply(private_.id, 'sent');
    const [sent] = graph.messages;
    expect(sent?.body).toEqual({ recipient: { id: BUDI.id }, message: { text: 'Pompa dikirim.' } });
    await graph.inbox(url, { sender: { id: BUDI.id }, read: { mid: sent?.id } });
    await reply(private_.id, 'read');
  });

  it('asks for the words of a mention, though Instagram is away at first, and answers where it stands', async () => {
    const url = await connect('instagram');
    graph.mentions.set('c_77', {
      text: 'Trotoar ambles di gang Teratai @pemkab.contoh',
      timestamp: new Date().toISOString(),
    });
    graph.failNext(/^GET 17/, graphError(500, 2));
    await graph.change(url, 'mentions', { comment_id: 'c_77', media_id: 'media_77' });
    const report = await reportWith('gang Teratai');
    expect(report.messages).toMatchObject([{ text: expect.stringContaining('Trotoar ambles'), notes: [] }]);
    expect(report.messages).toHaveLength(1);
    await answer(report.id, 'Segera diperbaiki.');
    await reply(report.id, 'sent');
    expect(graph.comments).toMatchObject([
      {
        path: '170000000000001/mentions',
        body: { media_id: 'media_77', comment_id: 'c_77', message: 'Segera diperbaiki.' },
      },
    ]);
  });
});
