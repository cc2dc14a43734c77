import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { runTokenCreate, runTokenRevoke } from '../../apps/cli/src/accounts/run-token.js';
import { ApiClient } from '../support/api-client.js';
import { signInFirstAdmin } from '../support/first-admin.js';
import { startTestApi, type TestApi } from '../support/test-api.js';
import { createTestDatabase, type TestDatabase } from '../support/test-database.js';

let testDatabase: TestDatabase;
let api: TestApi;
const formerUrl = process.env['DATABASE_URL'];

beforeAll(async () => {
  testDatabase = await createTestDatabase();
  process.env['DATABASE_URL'] = testDatabase.url;
  api = await startTestApi(testDatabase.url);
});

afterAll(async () => {
  if (formerUrl === undefined) delete process.env['DATABASE_URL'];
  else process.env['DATABASE_URL'] = formerUrl;
  await api.close();
  await testDatabase.drop();
});

async function create(name: string, options: { role: string; agency?: string }) {
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
    const admin = await signInFirstAdmin(api);
    await admin.call('POST', '/agencies', { code: 'dishub', name: 'Dinas Perhubungan', shortName: 'Dishub' });
    const { token } = await create('papan', { role: 'agency-member', agency: 'dishub' });
    const answer = await new ApiClient(api.url, token).call('GET', '/reports');
    expect(answer).toMatchObject({ status: 200, body: { items: [] } });
    await expect(create('papan', { role: 'agency-member', agency: 'zz' })).rejects.toThrow('"zz" (dishub)');
    await expect(create('papan', { role: 'agency-member' })).rejects.toThrow('--agency');
    await expect(create('papan', { role: 'boss' })).rejects.toThrow('admin, officer, agency-member');
  });
});
