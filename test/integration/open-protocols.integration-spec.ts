import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { scriptedServer, type RecordedRequest, type ScriptedServer } from '@app/connector-kit/testing';
import { eventually } from '../support/eventually.js';
import { FeedsDouble } from '../support/feeds-double.js';
import { startTestSystem, type TestSystem } from '../support/test-system.js';

let system: TestSystem;
let platform: ScriptedServer;

beforeAll(async () => {
  system = await startTestSystem();
});
beforeEach(async () => {
  platform = await scriptedServer();
});
afterEach(async () => {
  const { body } = await system.admin.call('GET', '/connections');
  for (const { id } of body as { id: string }[]) {
    await system.admin.call('PATCH', `/connections/${id}`, { status: 'paused' });
  }
  await platform.stop();
});
afterAll(() => system.close());

/* eslint-disable @typescript-eslint/no-explicit-any -- answers of the API, looked at as the test expects them */
async function connect(channel: string, settings: object): Promise<string> {
  const answer = await system.admin.call('POST', '/connections', { channel, name: channel, settings });
  expect(answer).toMatchObject({ status: 201 });
  return answer.body.id;
}
const reportWith = (words: string): Promise<any> =>
  eventually(`a report with "${words}"`, async () => {
    const { body } = await system.admin.call('GET', `/reports?q=${encodeURIComponent(words)}`);
    return body.items[0];
  });
async function answer(reportId: string, text: string): Promise<void> {
  const { body } = await system.admin.call('GET', `/reports/${reportId}`);
  const reply = { text, idempotencyKey: crypto.randomUUID(), version: body.version };
  expect(await system.admin.call('POST', `/reports/${reportId}/replies`, reply)).toMatchObject({
    status: 202,
  });
  await eventually('a reply that is sent', async () => {
    const { replies } = (await system.admin.call('GET', `/reports/${reportId}`)).body;
    return replies.find(({ state }: any) => state === 'sent');
  });
}
/** Without the half minute between two checks. */
const healthOf = (id: string, state: string): Promise<any> =>
  eventually(`health ${state}`, async () => {
    const { body } = await system.admin.call('GET', '/connections');
    const { health } = body.find((row: any) => row.id === id);
    if (health.state === state) return health;
    await system.database.query(`update connections set health_checked_at = null where id = '${id}'`);
    return null;
  });
/* eslint-enable @typescript-eslint/no-explicit-any */

describe('Mastodon', () => {
  const status = {
    id: '115000000000000001',
    created_at: new Date().toISOString(),
    edited_at: null,
    content: '<p>@pemkot lampu jalan <b>Kabo Jaya</b> mati</p>',
    visibility: 'unlisted',
    account: { id: '7', acct: 'siti@warga.example', display_name: 'Siti Contoh' },
    in_reply_to_id: null,
    media_attachments: [],
  };
  const answers =
    (isRevoked: () => boolean) =>
    ({ path, query }: RecordedRequest) => {
      if (isRevoked()) return { status: 401, body: { error: 'The access token was revoked' } };
      if (path.endsWith('/verify_credentials')) return { body: { id: '1', acct: 'pemkot' } };
      if (path.endsWith('/notifications')) {
        return { body: query['min_id'] ? [] : [{ id: '5', type: 'mention', status }] };
      }
      return { body: path.endsWith('/statuses') ? { id: '115000000000000099' } : status };
    };

  it('brings a mention, carries the answer as visibly as it was asked, and shows a revoked token', async () => {
    let isRevoked = false;
    platform.play(answers(() => isRevoked));
    const id = await connect('mastodon', { server: platform.origin, accessToken: 'secret', pollSeconds: 15 });
    const report = await reportWith('Kabo Jaya');
    expect(report).toMatchObject({ channel: 'mastodon', contactName: 'Siti Contoh' });
    await answer(report.id, 'Petugas menuju lokasi.');
    const sent = platform.requests.filter(({ method }) => method === 'POST');
    expect(sent.map((request) => request.json())).toEqual([
      expect.objectContaining({
        status: '@siti@warga.example Petugas menuju lokasi.',
        in_reply_to_id: status.id,
        visibility: 'unlisted',
      }),
    ]);
    isRevoked = true;
    expect((await healthOf(id, 'needs-reauthorisation')).reason).toMatch(/rejects the access token/);
  });
});

describe('Bluesky', () => {
  const uri = 'at://did:plc:siticontoh/app.bsky.feed.post/3kaaa';
  const notification = {
    uri,
    author: { did: 'did:plc:siticontoh', handle: 'siti.example', displayName: 'Siti Contoh' },
    reason: 'mention',
    indexedAt: new Date().toISOString(),
    record: { $type: 'app.bsky.feed.post', text: '@pemkot.example parit Teluk Singkama mampet' },
  };
  const ours = 'at://did:plc:pemkot/app.bsky.feed.post/3kzzz';
  const answers =
    (isRevoked: () => boolean) =>
    ({ path }: RecordedRequest) => {
      if (isRevoked()) return { status: 401, body: { error: 'AuthenticationRequired' } };
      if (path.endsWith('createSession')) {
        return { body: { accessJwt: 'jwt', did: 'did:plc:pemkot', handle: 'pemkot.example' } };
      }
      if (path.endsWith('getSession')) return { body: { handle: 'pemkot.example' } };
      if (path.endsWith('listNotifications')) return { body: { notifications: [notification] } };
      if (path.endsWith('getPosts')) {
        return { body: { posts: [{ uri, cid: 'bafy', record: notification.record }] } };
      }
      return { body: { uri: ours, cid: 'bafyours' } };
    };

  it('brings a mention, carries the answer into its thread, and shows a revoked app password', async () => {
    let isRevoked = false;
    platform.play(answers(() => isRevoked));
    const id = await connect('bluesky', {
      identifier: 'pemkot.example',
      appPassword: 'secret',
      service: platform.origin,
      pollSeconds: 15,
    });
    const report = await reportWith('Teluk Singkama');
    expect(report).toMatchObject({ channel: 'bluesky', contactName: 'Siti Contoh' });
    await answer(report.id, 'Tim kebersihan kami kirim.');
    const sent = platform.requests.filter(({ path }) => path.endsWith('putRecord'));
    expect(sent.map((request) => request.json())).toEqual([
      expect.objectContaining({
        repo: 'did:plc:pemkot',
        record: expect.objectContaining({
          text: 'Tim kebersihan kami kirim.',
          reply: { root: { uri, cid: 'bafy' }, parent: { uri, cid: 'bafy' } },
        }),
      }),
    ]);
    isRevoked = true;
    expect((await healthOf(id, 'needs-reauthorisation')).reason).toMatch(/rejects the account/);
  });
});

describe('what stands below the office’s own pages at Google', () => {
  let feeds: FeedsDouble;
  beforeEach(async () => {
    feeds = await new FeedsDouble().start();
  });
  afterEach(() => feeds.stop());

  it.each([
    ['youtube', '@warga-1', { snippet: { parentId: 'Ugz1', textOriginal: 'Petugas menuju lokasi.' } }],
    ['google-business', 'Warga 1', { comment: 'Petugas menuju lokasi.' }],
  ])('%s: brings it as a report, carries the answer below it', async (channel, contactName, posted) => {
    feeds.write(`antrean di loket ${channel} lama`);
    await connect(channel, feeds.settings[channel] ?? {});
    const report = await reportWith(`loket ${channel}`);
    expect(report).toMatchObject({ channel, contactName });
    await answer(report.id, 'Petugas menuju lokasi.');
    expect(feeds.sent).toEqual([posted]);
  });
});
