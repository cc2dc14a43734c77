import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { runTokenCreate, runTokenRevoke, type TokenOptions } from '../../apps/cli/src/accounts/run-token.js';
import { ApiClient } from '../support/api-client.js';
import { signInFirstAdmin } from '../support/first-admin.js';
import { startTestApi, type TestApi } from '../support/test-api.js';
import { createTestDatabase, type TestDatabase } from '../support/test-database.js';

let testDatabase: TestDatabase;
let api: TestApi;
let admin: ApiClient;
const formerUrl = process.env['DATABASE_URL'];

beforeAll(async () => {
  testDatabase = await createTestDatabase();
  process.env['DATABASE_URL'] = testDatabase.url;
  api = await startTestApi(testDatabase.url);
  admin = await signInFirstAdmin(api);
});

afterAll(async () => {
  if (formerUrl === undefined) delete process.env['DATABASE_URL'];
  else process.env['DATABASE_URL'] = formerUrl;
  await api.close();
  await testDatabase.drop();
});

async function create(name: string, options: TokenOptions) {
  const stdout = new PassThrough();
  const stderr = new PassThrough();
  await runTokenCreate(name, options, { stdout, stderr });
  stdout.end();
  stderr.end();
  const [token, note] = await Promise.all([text(stdout), text(stderr)]);
  return { token: token.trim(), id: /revoke (\S+)/.exec(note)?.[1] ?? '' };
}

describe('wadah token', () => {
  it('makes a token that reads the API with the rights of its role, until it is revoked', async () => {
    const { token, id } = await create('dasbor', { role: 'officer' });
    const program = new ApiClient(api.url, token);
    expect((await program.call('GET', '/reports')).status).toBe(200);
    expect((await program.call('PATCH', '/settings', {})).status).toBe(403);
    await runTokenRevoke(id, new PassThrough());
    expect((await program.call('GET', '/reports')).status).toBe(401);
    await expect(runTokenRevoke(id, new PassThrough())).rejects.toThrow('No such API token');
  });

  it('binds an agency member’s token to an agency that exists', async () => {
    await admin.call('POST', '/agencies', { code: 'dishub', name: 'Dinas Perhubungan', shortName: 'Dishub' });
    const { token } = await create('papan', { role: 'agency-member', agency: 'dishub' });
    const answer = await new ApiClient(api.url, token).call('GET', '/reports');
    expect(answer).toMatchObject({ status: 200, body: { items: [] } });
    await expect(create('papan', { role: 'agency-member', agency: 'zz' })).rejects.toThrow('"zz" (dishub)');
    await expect(create('papan', { role: 'agency-member' })).rejects.toThrow('--agency');
    await expect(create('papan', { role: 'boss' })).rejects.toThrow('admin, officer, agency-member');
  });
});

describe('tokens on the screen of an admin', () => {
  const listed = async (name: string) =>
    (await admin.call('GET', '/api-tokens')).body.find((one: { name: string }) => one.name === name);

  it('are made with rights and an end, listed with their use but never shown again, and revoked', async () => {
    const expiresAt = new Date(Date.now() + 86_400_000).toISOString();
    const wanted = { name: 'baca', role: 'admin', isReadOnly: true, expiresAt };
    const { status, body } = await admin.call('POST', '/api-tokens', wanted);
    expect(status).toBe(201);
    expect(await listed('baca')).toMatchObject({ ...wanted, lastUsedAt: null, revokedAt: null });
    const program = new ApiClient(api.url, body.token);
    expect((await program.call('GET', '/settings')).status).toBe(200);
    expect(await program.call('PATCH', '/settings', {})).toMatchObject({
      status: 403,
      body: { detail: 'This token may only read' },
    });
    const after = await listed('baca');
    expect(after.lastUsedAt).not.toBeNull();
    expect(JSON.stringify(after)).not.toContain(body.token);
    expect((await admin.call('DELETE', `/api-tokens/${body.id}`)).status).toBe(204);
    expect((await program.call('GET', '/settings')).status).toBe(401);
    expect((await listed('baca')).revokedAt).not.toBeNull();
    expect((await admin.call('DELETE', `/api-tokens/${body.id}`)).status).toBe(404);
  });

  it('cannot end in the past, and stop by themselves at their end', async () => {
    const past = await admin.call('POST', '/api-tokens', {
      ...{ name: 'lewat', role: 'officer' },
      expiresAt: '2020-01-01T00:00:00Z',
    });
    expect(past).toMatchObject({ status: 400, body: { errors: [{ field: 'expiresAt' }] } });
    const { token } = await create('sebulan', { role: 'officer', days: '30', readOnly: true });
    const { expiresAt, isReadOnly } = await listed('sebulan');
    expect(isReadOnly).toBe(true);
    expect((Date.parse(expiresAt) - Date.now()) / 86_400_000).toBeCloseTo(30, 1);
    const program = new ApiClient(api.url, token);
    expect((await program.call('GET', '/reports')).status).toBe(200);
    await testDatabase.query(
      "update api_tokens set expires_at = now() - interval '1 second' where name = 'sebulan'",
    );
    expect((await program.call('GET', '/reports')).status).toBe(401);
    await expect(create('lama', { role: 'officer', days: 'seminggu' })).rejects.toThrow('"seminggu"');
  });

  it('are no business of programs: none can make itself a successor', async () => {
    const { token, id } = await create('kuasa', { role: 'admin' });
    const program = new ApiClient(api.url, token);
    expect((await program.call('POST', '/api-tokens', { name: 'anak', role: 'admin' })).status).toBe(403);
    expect((await program.call('DELETE', `/api-tokens/${id}`)).status).toBe(403);
    expect(await listed('anak')).toBeUndefined();
  });
});
