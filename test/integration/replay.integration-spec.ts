import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, afterEach, describe, expect, it } from '@jest/globals';
import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { projectFile } from '@app/config';
import { ReplayFolderService, type FileOutcome } from '../../apps/cli/src/replay/replay-folder.service.js';
import { ReplayModule } from '../../apps/cli/src/replay/run-replay.js';
import { RuntimeModule } from '../../apps/runtime/src/runtime.module.js';
import { startTestSystem, type TestSystem } from '../support/test-system.js';

let system: TestSystem;
let app: INestApplicationContext;
let folder: string;

beforeAll(async () => {
  system = await startTestSystem();
  const runtime = RuntimeModule.forRoot({
    databaseUrl: system.database.url,
    secretKey: system.secretKey,
    dataFolder: system.dataFolder,
    timeZone: 'Asia/Makassar',
    allowsPrivateAddresses: true,
    applicationName: 'wadah-test-replay',
  });
  app = await NestFactory.createApplicationContext(
    { module: ReplayModule, imports: [runtime] },
    { logger: ['error'], abortOnError: false },
  );
});
afterAll(async () => {
  await app.close();
  await system.close();
});
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'wadah-replay-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const put = (name: string, content: unknown) =>
  writeFile(path.join(folder, name), typeof content === 'string' ? content : JSON.stringify(content));
async function replay(more: { channel?: string; connection?: string } = {}): Promise<FileOutcome[]> {
  const options = { channel: 'telegram', server: system.api.url, ...more };
  const files: FileOutcome[] = [];
  for await (const file of app.get(ReplayFolderService).replay(folder, options)) files.push(file);
  return files;
}
const whatOf = (files: readonly FileOutcome[]) =>
  Object.fromEntries(files.map(({ file, outcomes }) => [file, outcomes.map(({ what }) => what)]));

const BUDI = { id: 4_100_000_001, is_bot: false, first_name: 'Budi' };
const message = (id: number, text: string) => ({
  message_id: id,
  date: 1_795_000_000,
  chat: { id: BUDI.id, type: 'private', first_name: 'Budi' },
  from: BUDI,
  text,
});

const MAIL = [
  'From: Sari <sari@warga.example>',
  'To: aduan@pemkab.example',
  'Subject: Lampu jalan',
  'Message-ID: <1@warga.example>',
  'Date: Tue, 24 Nov 2026 08:00:00 +0800',
  '',
  'Lampu jalan padam.',
].join('\r\n');
const bluesky = (key: string, $type: string) => ({
  uri: `at://did:example:sari/${$type}/${key}`,
  cid: key,
  author: { did: 'did:example:sari', handle: 'sari.example' },
  reason: 'mention',
  record: { $type, text: '@pemkab.example jalan rusak', createdAt: '2026-11-24T01:00:00Z' },
  indexedAt: '2026-11-24T01:00:00Z',
});
const BLUESKY_PAGE = {
  notifications: [bluesky('a', 'app.bsky.feed.post'), bluesky('b', 'app.bsky.feed.like')],
};
const STATUS = {
  id: '115000000000000001',
  created_at: '2026-11-24T01:00:00.000Z',
  edited_at: null,
  content: '<p>Jalan rusak</p>',
  visibility: 'public',
  account: { id: '5', acct: 'sari' },
  in_reply_to_id: null,
};
const MASTODON_STREAM = [
  { stream: ['user'], event: 'update', payload: JSON.stringify(STATUS) },
  { stream: ['user'], event: 'filters_changed' },
];
const X_REQUESTS = [
  {
    endpoint: '/2/users/1/mentions',
    method: 'GET',
    response: {
      data: [{ id: '1900000000000000001', text: '@pemkab jalan rusak', author_id: '77' }],
      includes: { users: [{ id: '77', username: 'sari' }] },
    },
  },
  { endpoint: '/2/tweets', method: 'POST', response: { data: { id: '1' } } },
];
const receipt = {
  id: 'wamid.NOT-OURS',
  status: 'delivered',
  timestamp: '1795000000',
  recipient_id: '628110000001',
};
const value = {
  messaging_product: 'whatsapp',
  metadata: { display_phone_number: '62800', phone_number_id: '1' },
  statuses: [receipt],
};
const AT = '2026-11-24T01:00:00Z';
const comment = {
  id: 'Ugz1',
  snippet: { textDisplay: 'Jalan rusak', authorDisplayName: '@sari', publishedAt: AT, updatedAt: AT },
};
const YOUTUBE_PAGE = {
  items: [{ id: 'Ugz1', snippet: { channelId: 'UC1', totalReplyCount: 0, topLevelComment: comment } }],
};
const REVIEW = {
  ...{ name: 'accounts/1/locations/2/reviews/3', starRating: 'ONE', comment: 'Antre lama' },
  ...{ createTime: AT, updateTime: AT, reviewReply: { comment: 'Maaf', updateTime: AT } },
};
const FORM = 'api_key=xyz&service_code=001&lat=0.5&long=117.5&description=Lubang+di+jalan';
const KANNEL_CALL = {
  source: 'made up',
  payload: {
    decodedUrlTruncated: '/mo?from=+62811000001&to=1708&text=Banjir 🌊 di Kabo&charset=UTF-8&raw=Ban',
  },
};
const EXPORTED_ROW = {
  note: 'made up',
  'Tracking ID': '9000001',
  'Judul Laporan': 'Jalan rusak',
  'Isi Laporan Awal': 'Berlubang',
};
const WHATSAPP_RECEIPT = {
  object: 'whatsapp_business_account',
  entry: [{ id: '1', changes: [{ field: 'messages', value }] }],
};

describe('wadah replay', () => {
  it('delivers each file as the platform would, and says what became of it', async () => {
    const answer = { ok: false, error_code: 429, description: 'Too Many Requests: retry after 3' };
    const edited = { ...message(1, 'Lampu jalan padam di Kabo'), edit_date: 1_795_000_060 };
    await put('1-update.json', { update_id: 700_000_001, message: message(1, 'Lampu jalan padam') });
    await put('2-message-alone.json', message(2, 'Air tidak mengalir'));
    await put('3-with-its-source.json', {
      source: 'made up',
      payload: { update_id: 700_000_003, edited_message: edited },
    });
    await put('4-answer.json', { source: 'made up', payload: answer });
    await put('5-batch.json', [
      { update_id: 700_000_005, message: message(5, 'Halo') },
      { update_id: 700_000_006, poll: { id: '1' } },
      { update_id: 'none' },
    ]);
    await put('6-cut-off.json', '{"update_id": 7');
    const files = await replay();
    expect(whatOf(files)).toEqual({
      '1-update.json': ['message'],
      '2-message-alone.json': ['message'],
      '3-with-its-source.json': ['edit'],
      '4-answer.json': ['not-delivered'],
      '5-batch.json': ['message', 'ignored', 'quarantined'],
      '6-cut-off.json': ['quarantined'],
    });
    for (const { outcomes } of files) {
      for (const { what, reason } of outcomes) {
        if (['ignored', 'quarantined', 'not-delivered'].includes(what)) expect(reason).toMatch(/\S/);
      }
    }
    expect(whatOf(await replay())).toEqual(whatOf(files));
    const { body } = await system.admin.call('GET', '/connections');
    expect(body).toMatchObject([{ name: 'Putar ulang Telegram', status: 'paused', counts: { received: 7 } }]);
  });

  it('finds everything that was recorded of Telegram readable', async () => {
    await cp(projectFile('libs/connectors/src/telegram/fixtures'), folder, { recursive: true });
    const files = await replay();
    expect(files.length).toBeGreaterThan(10);
    const faults = files.flatMap(({ file, outcomes }) =>
      outcomes
        .filter(({ what }) => ['pending', 'refused'].includes(what))
        .map(({ what }) => `${file}: ${what}`),
    );
    expect(faults).toEqual([]);
  });

  it.each([
    ['mail.eml', 'email', MAIL, ['message']],
    ['page.json', 'bluesky', BLUESKY_PAGE, ['message', 'ignored']],
    ['statuses.json', 'mastodon', MASTODON_STREAM, ['message', 'not-delivered']],
    ['requests.json', 'x', X_REQUESTS, ['message', 'not-delivered']],
    ['page.json', 'youtube', YOUTUBE_PAGE, ['message']],
    ['review.json', 'google-business', REVIEW, ['message', 'message']],
    ['notice.json', 'google-business', { message: { data: '', messageId: '1' } }, ['not-delivered']],
    ['form.txt', 'open311', FORM, ['message']],
    ['answer.json', 'open311', [{ service_request_id: '1' }], ['not-delivered']],
    ['call.json', 'sms', KANNEL_CALL, ['message']],
    ['row.json', 'file', EXPORTED_ROW, ['message']],
    ['receipt.json', 'whatsapp-cloud', WHATSAPP_RECEIPT, ['delivery-update']],
  ])('plays %s of %s as its platform would have brought it', async (name, channel, content, whats) => {
    await put(name, content);
    expect(whatOf(await replay({ channel }))).toEqual({ [name]: whats });
  });

  it('tells a file whose ids came in another file before', async () => {
    const update = { update_id: 700_000_101, message: message(101, 'Jembatan rusak') };
    await put('1.json', update);
    await put('2.json', { ...update, message: message(101, 'Lain') });
    expect(await replay()).toMatchObject([
      { file: '1.json', outcomes: [{ what: 'message' }] },
      { file: '2.json', outcomes: [{ what: 'repeat', reason: expect.stringContaining('1.json') }] },
    ]);
  });

  it('says so when the server does not take a delivery', async () => {
    await put('1-update.json', { update_id: 700_000_001, message: message(1, 'Lampu jalan padam') });
    const settings = { botToken: '1:AA', mode: 'webhook', webhookSecret: 'rahasia-rahasia-rahasia' };
    const { body } = await system.admin.call('POST', '/connections', {
      channel: 'telegram',
      name: 'Asli',
      settings,
    });
    await system.admin.call('PATCH', `/connections/${body.id}`, { status: 'paused' });
    expect(await replay({ connection: 'Asli' })).toEqual([
      { file: '1-update.json', outcomes: [{ what: 'refused', reason: expect.stringMatching(/^404/) }] },
    ]);
    await expect(replay({ connection: 'Tidak ada' })).rejects.toThrow('Tidak ada koneksi');
  });
});
