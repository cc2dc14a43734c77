import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  CreateApiTokenService,
  CreateFirstAdminLinkService,
  RevokeApiTokenService,
  SYSTEM_ACTOR,
} from '@app/accounts';
import { Database } from '@app/database';
import { ApiClient } from '../support/api-client.js';
import { ADMIN, signInInvited } from '../support/first-admin.js';
import { startTestApi, type TestApi } from '../support/test-api.js';
import { createTestDatabase, type TestDatabase } from '../support/test-database.js';

let database: TestDatabase;
let api: TestApi;
let admin: ApiClient;

beforeAll(async () => {
  database = await createTestDatabase();
  api = await startTestApi(database.url);
});

afterAll(async () => {
  await api.close();
  await database.drop();
});

const anyone = () => new ApiClient(api.url);
const service = <T>(type: abstract new (...args: never[]) => T): T =>
  api.app.get<T>(type as never, { strict: false });

describe('the first admin', () => {
  it('gets a link at each start, of which the newest works, once', async () => {
    const links = service(CreateFirstAdminLinkService);
    const old = await links.create();
    const token = await links.create();
    expect((await anyone().call('GET', `/activation/${old}`)).body.code).toBe('link-expired');
    expect((await anyone().call('GET', `/activation/${token}`)).body).toEqual({
      purpose: 'first-admin',
      email: null,
      name: null,
    });
    const withoutEmail = await anyone().call('POST', '/activation', { ...ADMIN, token, email: undefined });
    expect(withoutEmail.body).toMatchObject({ code: 'validation', errors: [{ field: 'email' }] });

    const uses = await Promise.all(
      ['satu@example.go.id', 'dua@example.go.id'].map((email) =>
        anyone().call('POST', '/activation', { ...ADMIN, token, email }),
      ),
    );
    expect(uses.map((use) => use.status).sort()).toEqual([200, 410]);
    expect(await links.create()).toBeNull();
  });
});

describe('signing in', () => {
  beforeAll(async () => {
    await service(Database).query('update users set email = $1', [ADMIN.email]);
  });

  it('works whatever the case of the e-mail, with a cookie that scripts cannot read', async () => {
    admin = anyone();
    const answer = await admin.call('POST', '/session', {
      email: ADMIN.email.toUpperCase(),
      password: ADMIN.password,
    });
    expect(answer.body.user).toMatchObject({ email: ADMIN.email, role: 'admin', agencyId: null });
    const cookie = answer.headers.getSetCookie()[0];
    expect(cookie).toMatch(/^wadah_session=[\w-]{43}; Max-Age=604800; Path=\/; HttpOnly; SameSite=Lax$/);
    expect((await admin.call('GET', '/session')).body.user.name).toBe(ADMIN.name);
  });

  it('answers a wrong password and an unknown e-mail alike', async () => {
    const wrong = await anyone().call('POST', '/session', { email: ADMIN.email, password: 'salah' });
    const unknown = await anyone().call('POST', '/session', {
      email: 'siapa@example.go.id',
      password: 'salah',
    });
    expect(wrong.status).toBe(401);
    expect(unknown.body).toEqual(wrong.body);
  });

  it('is stopped after five failures, even with the right password, for that account only', async () => {
    const { password } = await signInInvited(api, admin, { email: 'batas@example.go.id', role: 'officer' });
    const tries = await Promise.all(
      Array.from({ length: 8 }, () =>
        anyone().call('POST', '/session', { email: 'batas@example.go.id', password: 'tebakan' }),
      ),
    );
    expect(tries.filter((answer) => answer.status === 401)).toHaveLength(5);
    const right = await anyone().call('POST', '/session', { email: 'batas@example.go.id', password });
    expect(right).toMatchObject({ status: 429, body: { code: 'too-many-attempts' } });
    expect(Number(right.headers.get('retry-after'))).toBeGreaterThan(800);
    const other = await anyone().call('POST', '/session', { email: ADMIN.email, password: ADMIN.password });
    expect(other.status).toBe(200);
  });

  it('ends with signing out', async () => {
    const client = anyone();
    await client.call('POST', '/session', { email: ADMIN.email, password: ADMIN.password });
    const { sessionCookie } = client;
    expect((await client.call('DELETE', '/session')).status).toBe(204);
    const reused = await anyone().call('GET', '/session', undefined, { cookie: sessionCookie });
    expect(reused.status).toBe(401);
  });

  it('keeps passwords out of the answer to wrong fields', async () => {
    const answer = await anyone().call('POST', '/session', { email: 'bukan-email', password: ['rahasia'] });
    expect(answer.body.errors.map((error: { field: string }) => error.field)).toEqual(['email', 'password']);
    expect(JSON.stringify(answer.body)).not.toContain('rahasia');
  });
});

describe('a request with the session cookie', () => {
  const change = { organisationName: 'Kota Contoh' };

  it.each([
    ['from another site', { origin: 'https://jahat.example' }],
    ['from a sub-domain', { 'sec-fetch-site': 'same-site' }],
    ['that does not say where it is from', { origin: undefined }],
  ])('%s cannot change anything', async (_, headers) => {
    const answer = await admin.call('PATCH', '/settings', change, headers);
    expect(answer).toMatchObject({ status: 403, body: { code: 'cross-site-request' } });
  });

  it('from our own page can', async () => {
    const answer = await admin.call('PATCH', '/settings', change, { 'sec-fetch-site': 'same-origin' });
    expect(answer.body).toMatchObject(change);
  });

  it('cannot be made by signing somebody in from another site', async () => {
    const credentials = { email: ADMIN.email, password: ADMIN.password };
    const answer = await anyone().call('POST', '/session', credentials, { origin: 'https://jahat.example' });
    expect(answer.body.code).toBe('cross-site-request');
  });
});

describe('roles', () => {
  it('let an officer read what an admin may change, and an agency member neither', async () => {
    const agency = await admin.call('POST', '/agencies', { code: 'pu', name: 'Dinas PU', shortName: 'PU' });
    expect(agency.status).toBe(201);
    const officer = await signInInvited(api, admin, { email: 'petugas@example.go.id', role: 'officer' });
    const member = await signInInvited(api, admin, {
      email: 'pu@example.go.id',
      role: 'agency-member',
      agencyId: agency.body.id,
    });
    const statusOf = async (client: ApiClient, method: string, path: string, body?: unknown) =>
      (await client.call(method, path, body)).status;
    expect(await statusOf(anyone(), 'GET', '/settings')).toBe(401);
    expect(await statusOf(officer.client, 'GET', '/settings')).toBe(200);
    expect(await statusOf(officer.client, 'PATCH', '/settings', { joinWindowMinutes: 5 })).toBe(403);
    expect(await statusOf(member.client, 'GET', '/settings')).toBe(403);
    expect(await statusOf(member.client, 'GET', '/users')).toBe(403);
    expect(await statusOf(member.client, 'GET', '/agencies')).toBe(200);
  });

  it('refuse a second user with the same e-mail and a second agency with the same code', async () => {
    const user = { email: 'PETUGAS@example.go.id', name: 'Lagi', role: 'officer' };
    expect((await admin.call('POST', '/users', user)).body.code).toBe('email-taken');
    const agency = { code: 'pu', name: 'Lagi', shortName: 'Lagi' };
    expect((await admin.call('POST', '/agencies', agency)).body.code).toBe('code-taken');
  });

  it('let an admin rename an agency and end sending reports to it', async () => {
    const agency = { code: 'pasar', name: 'Dinas Pasar', shortName: 'Pasar' };
    const { id } = (await admin.call('POST', '/agencies', agency)).body;
    const change = { name: 'Dinas Perdagangan', isActive: false };
    const { body } = await admin.call('PATCH', `/agencies/${id}`, change);
    expect(body).toMatchObject({ ...agency, ...change });
    const twin = { code: 'pasar-dua', name: 'Dinas Pasar Dua', shortName: 'pasar' };
    expect((await admin.call('POST', '/agencies', twin)).body.code).toBe('short-name-taken');
    const other = (await admin.call('POST', '/agencies', { ...twin, shortName: 'Pasar Dua' })).body;
    const renamed = await admin.call('PATCH', `/agencies/${other.id}`, { shortName: 'Pasar' });
    expect(renamed.body.code).toBe('short-name-taken');
    const member = { email: 'pasar@example.go.id', name: 'Tuti', role: 'agency-member', agencyId: id };
    expect((await admin.call('POST', '/users', member)).body.code).toBe('validation');
    expect((await admin.call('PATCH', `/agencies/${crypto.randomUUID()}`, change)).status).toBe(404);
  });
});

describe('an API token', () => {
  it('works without a cookie and without Origin until it is revoked', async () => {
    const created = await service(CreateApiTokenService).create(SYSTEM_ACTOR, {
      name: 'dasbor',
      role: 'officer',
      agencyId: null,
      isReadOnly: false,
      expiresAt: null,
    });
    expect(created.token).toMatch(/^wdh_[\w-]{43}$/);
    const program = new ApiClient(api.url, created.token);
    expect((await program.call('GET', '/session')).body.user).toMatchObject({
      name: 'dasbor',
      role: 'officer',
    });
    expect((await program.call('GET', '/users')).status).toBe(200);
    expect((await program.call('PATCH', '/settings', {})).status).toBe(403);
    await service(RevokeApiTokenService).revoke(SYSTEM_ACTOR, created.id);
    expect((await program.call('GET', '/users')).status).toBe(401);
  });
});

describe('users', () => {
  it('lose their sessions and cannot sign in any more when disabled', async () => {
    const email = 'pergi@example.go.id';
    const { client, id, password } = await signInInvited(api, admin, { email, role: 'officer' });
    expect((await client.call('GET', '/session')).status).toBe(200);
    expect((await admin.call('PATCH', `/users/${id}`, { isDisabled: true })).body.isDisabled).toBe(true);
    expect((await client.call('GET', '/session')).status).toBe(401);
    expect((await anyone().call('POST', '/session', { email, password })).body.code).toBe(
      'wrong-credentials',
    );
  });

  it('set a new password through a reset link, which ends their sessions', async () => {
    const email = 'lupa@example.go.id';
    const { client, id } = await signInInvited(api, admin, { email, role: 'officer' });
    const { body } = await admin.call('POST', `/users/${id}/reset-link`);
    const token = new URL(body.link).searchParams.get('token');
    const password = 'kata sandi yang baru';
    expect((await anyone().call('POST', '/activation', { token, name: 'Lupa', password })).status).toBe(200);
    expect((await client.call('GET', '/session')).status).toBe(401);
    expect((await anyone().call('POST', '/session', { email, password })).status).toBe(200);
  });

  it('keep at least one active admin', async () => {
    const { id } = (await admin.call('GET', '/session')).body.user;
    const invited = await admin.call('POST', '/users', {
      email: 'belum@example.go.id',
      name: 'Belum',
      role: 'admin',
    });
    expect(invited.status).toBe(201);
    const refused = await admin.call('PATCH', `/users/${id}`, { isDisabled: true });
    expect(refused).toMatchObject({ status: 409, body: { code: 'last-admin' } });
    const demoted = await admin.call('PATCH', `/users/${id}`, { role: 'officer' });
    expect(demoted).toMatchObject({ status: 409, body: { code: 'last-admin' } });
  });

  it('are given another role, agency, name and e-mail, which ends the sessions of the old role', async () => {
    const email = 'pindah@example.go.id';
    const { client, id, password } = await signInInvited(api, admin, { email, role: 'officer' });
    const renamed = await admin.call('PATCH', `/users/${id}`, { name: 'Rini', email: 'RINI@example.go.id' });
    expect(renamed.body).toMatchObject({ name: 'Rini', email: 'rini@example.go.id', role: 'officer' });
    expect((await client.call('GET', '/session')).status).toBe(200);
    const taken = await admin.call('PATCH', `/users/${id}`, { email: ADMIN.email });
    expect(taken).toMatchObject({ status: 409, body: { code: 'email-taken' } });
    const nowhere = await admin.call('PATCH', `/users/${id}`, { role: 'agency-member' });
    expect(nowhere.body).toMatchObject({ code: 'validation', errors: [{ field: 'agencyId' }] });

    const agencies = (await admin.call('GET', '/agencies')).body as { id: string; code: string }[];
    const agencyId = agencies.find(({ code }) => code === 'pu')?.id;
    const moved = await admin.call('PATCH', `/users/${id}`, { role: 'agency-member', agencyId });
    expect(moved.body).toMatchObject({ role: 'agency-member', agencyId });
    expect((await client.call('GET', '/session')).status).toBe(401);
    const back = await anyone().call('POST', '/session', { email: 'rini@example.go.id', password });
    expect(back.body.user).toMatchObject({ role: 'agency-member', agencyId });
    expect((await admin.call('PATCH', `/users/${id}`, { role: 'officer' })).body.agencyId).toBeNull();
    const { body: log } = await admin.call('GET', '/audit-log?action=user-changed&limit=100');
    const data = (log.items as { subject: string; data: unknown }[])
      .filter(({ subject }) => subject === `user:${id}`)
      .map((entry) => entry.data);
    expect(data).toEqual([
      { role: 'officer', agencyId: null },
      { role: 'agency-member', agencyId },
      { name: 'Rini', isEmailChanged: true },
    ]);
  });

  it('change their own password, which ends their other sessions', async () => {
    const [email, newPassword] = ['sandi@example.go.id', 'kata sandi saya sendiri'];
    const { client, password } = await signInInvited(api, admin, { email, role: 'officer' });
    const other = anyone();
    await other.call('POST', '/session', { email, password });
    const wrong = await client.call('POST', '/session/password', { currentPassword: 'bukan', newPassword });
    expect(wrong).toMatchObject({ status: 403, body: { code: 'current-password-wrong' } });
    const right = await client.call('POST', '/session/password', { currentPassword: password, newPassword });
    expect(right.status).toBe(204);
    expect((await client.call('GET', '/session')).status).toBe(200);
    expect((await other.call('GET', '/session')).status).toBe(401);
    expect((await anyone().call('POST', '/session', { email, password })).status).toBe(401);
    expect((await anyone().call('POST', '/session', { email, password: newPassword })).status).toBe(200);
  });

  it('leave a trace of who changed what', async () => {
    const rows = await service(Database).query<{ action: string; actor_kind: string; has_actor: boolean }>(
      'select distinct action, actor_kind, actor_id is not null as has_actor from audit_log',
    );
    const traces = rows.map((row) => `${row.actor_kind} ${row.has_actor ? 'known' : '-'} ${row.action}`);
    expect(traces).toEqual(
      expect.arrayContaining([
        'system - first-admin-link-created',
        'user known password-set',
        'user known signed-in',
        'user known signed-out',
        'user known settings-changed',
        'user known agency-created',
        'user known user-invited',
        'user known user-changed',
        'user known reset-link-created',
        'system - api-token-created',
      ]),
    );
  });

  it('tells of who was not let in, and of a lock once, without what was typed', async () => {
    const entries = async (action: string) => {
      const { body } = await admin.call('GET', `/audit-log?action=${action}&limit=100`);
      return body.items as { subject: string; subjectName: string | null; data: Record<string, unknown> }[];
    };
    const failed = await entries('sign-in-failed');
    expect(failed).toContainEqual(
      expect.objectContaining({
        subjectName: ADMIN.name,
        data: { reason: 'wrong-password', address: '127.0.0.1' },
      }),
    );
    expect(failed).toContainEqual(
      expect.objectContaining({
        subject: 'sign-in',
        data: { reason: 'unknown-account', address: '127.0.0.1', account: 's***@example.go.id' },
      }),
    );
    expect(await entries('sign-in-locked')).toHaveLength(1);
    expect(JSON.stringify(failed)).not.toMatch(/salah|tebakan|siapa@/);
  });
});
