import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ApiClient } from '../support/api-client.js';
import { startCuttableProxy, type CuttableProxy } from '../support/cuttable-proxy.js';
import { EventStream } from '../support/event-stream.js';
import { ADMIN, signInFirstAdmin } from '../support/first-admin.js';
import { startTestApi, type TestApi } from '../support/test-api.js';
import { createTestDatabase, type TestDatabase } from '../support/test-database.js';

let database: TestDatabase;
let proxy: CuttableProxy;
let api: TestApi;
let admin: ApiClient;
let inboxFolder: string;

beforeAll(async () => {
  inboxFolder = await mkdtemp(path.join(tmpdir(), 'wadah-inbox-'));
  await mkdir(path.join(inboxFolder, 'assets'));
  await writeFile(path.join(inboxFolder, 'index.html'), '<!doctype html><title>Wadah</title>');
  await writeFile(path.join(inboxFolder, 'assets', 'app-1a2b.js'), `console.log('${'kata '.repeat(500)}')`);
  database = await createTestDatabase();
  const url = new URL(database.url);
  proxy = await startCuttableProxy({ host: url.hostname, port: Number(url.port) });
  url.port = String(proxy.port);
  api = await startTestApi(url.href, { inboxFolder });
  admin = await signInFirstAdmin(api);
});

afterAll(async () => {
  await api.close();
  await proxy.cut();
  await database.drop();
  await rm(inboxFolder, { recursive: true });
});

const get = (address: string, headers: Record<string, string> = {}) =>
  fetch(api.url + address, { headers, redirect: 'manual' });

describe('a request that cannot be served', () => {
  it.each([
    ['to an unknown address', 'GET', '/nowhere', undefined, 404, 'not-found'],
    ['with a broken body', 'POST', '/session', '{"email":', 400, 'bad-request'],
    ['with a body above 1 MiB', 'POST', '/session', { email: 'x'.repeat(1_100_000) }, 413, 'body-too-large'],
    ['with an id that is none', 'PATCH', '/users/1', {}, 400, 'validation'],
  ])('%s gets a problem with a stable code', async (_, method, address, body, status, code) => {
    const answer = await admin.call(method, address, body);
    expect(answer.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
    expect(answer).toMatchObject({ status, body: { status, code } });
  });

  it('with another content type gets a problem too', async () => {
    const answer = await admin.call('POST', '/session', '<x/>', { 'content-type': 'application/xml' });
    expect(answer).toMatchObject({ status: 415, body: { code: 'unsupported-media-type' } });
  });

  it('without fields is not refused for its content type', async () => {
    const { id } = (await admin.call('GET', '/session')).body.user;
    const answer = await admin.call('POST', `/users/${id}/reset-link`, '');
    expect(answer.status).toBe(201);
  });
});

describe('a database that has stopped', () => {
  it('makes answers 503, leaves the process alive, and live streams go on when it is back', async () => {
    const stream = await EventStream.open(api.url, { cookie: admin.sessionCookie });
    await admin.call('PATCH', '/settings', { joinWindowMinutes: 20 });
    await stream.until(() => stream.events.length === 1);
    await proxy.cut();
    const answer = await admin.call('GET', '/settings');
    expect(answer).toMatchObject({ status: 503, body: { code: 'database-unavailable' } });
    expect(answer.headers.get('retry-after')).toBe('5');
    expect(JSON.stringify(answer.body)).not.toMatch(/127\.0\.0\.1|ECONN|postgres/);
    expect((await get('/health/live')).status).toBe(200);
    expect((await get('/health/ready')).status).toBe(503);

    await proxy.mend();
    expect((await get('/health/ready')).status).toBe(200);
    expect((await admin.call('PATCH', '/settings', { joinWindowMinutes: 30 })).status).toBe(200);
    await stream.until(() => stream.events.length === 2);
    stream.cut();
  });
});

describe('the security headers', () => {
  it('allow no script inside pages, no frames, and leave http alone', async () => {
    const { headers } = await get('/inbox/');
    const policy = headers.get('content-security-policy');
    expect(policy).toContain(`script-src 'self';`);
    expect(policy).toContain(`frame-ancestors 'none'`);
    expect(policy).not.toContain('upgrade-insecure-requests');
    expect(headers.get('strict-transport-security')).toBeNull();
    expect(headers.get('x-content-type-options')).toBe('nosniff');
  });

  it('send browsers to https and mark the cookie Secure when the public address is https', async () => {
    const other = await startTestApi(database.url, { publicUrl: 'https://aduan.example.go.id' });
    const client = new ApiClient(other.url);
    const credentials = { email: ADMIN.email, password: ADMIN.password };
    const answer = await client.call('POST', '/session', credentials, {
      origin: 'https://aduan.example.go.id',
    });
    expect(answer.headers.getSetCookie()[0]).toContain('; Secure');
    expect(answer.headers.get('strict-transport-security')).toContain('max-age=');
    await other.close();
  });
});

describe('maps', () => {
  const outline = (properties: object, corner = [117.2, 0.6]) =>
    JSON.stringify({
      type: 'FeatureCollection',
      features: [properties, { KECAMATAN: 'Negeri Dongeng' }].map((one) => ({
        type: 'Feature',
        properties: one,
        geometry: { type: 'Polygon', coordinates: [[[117.1, 0.5], [117.2, 0.5], corner, [117.1, 0.5]]] },
      })),
    });
  const upload = (body: string) =>
    admin.call('POST', '/map/outline?name=batas.geojson', body, {
      'content-type': 'application/octet-stream',
    });
  const imageSources = async (address: string) =>
    /img-src ([^;]*);/.exec((await get(address)).headers.get('content-security-policy') ?? '')?.[1];

  it('take pictures from the server that an admin has set, and from no other', async () => {
    expect(await imageSources('/inbox/')).toBe("'self' data: blob:");
    const tiles = { address: 'https://ubin.example.org/{z}/{x}/{y}.png', attribution: 'Contoh' };
    expect((await admin.call('PATCH', '/map', { tiles })).body.tiles).toEqual(tiles);
    expect(await imageSources('/inbox/')).toBe("https://ubin.example.org 'self' data: blob:");
    expect(await imageSources('/lacak')).toBe("'self' data: blob:");
    for (const address of [
      'https://ubin.example.org/1.png',
      "https://a.b; script-src 'x'/{z}/{x}/{y}",
      'ftp://a/{z}/{x}/{y}',
    ]) {
      const refused = await admin.call('PATCH', '/map', { tiles: { ...tiles, address } });
      expect([address, refused.body.errors?.[0]?.field]).toEqual([address, 'tiles.address']);
    }
    await admin.call('PATCH', '/map', { tiles: null });
    expect(await imageSources('/inbox/')).toBe("'self' data: blob:");
  });

  it('show the outline that an admin has given, which says what it lacks, and are told apart by its version', async () => {
    const { status, body } = await upload(outline({ WADMKC: 'BENGALON', WADMKK: 'Kutai Timur' }));
    expect(status).toBe(200);
    expect(body.outline).toMatchObject({
      fileName: 'batas.geojson',
      districtCount: 1,
      unmatched: ['Negeri Dongeng'],
      missing: expect.arrayContaining(['Sangatta Utara', 'Muara Wahau']),
    });
    const shapes = await admin.call('GET', `/map/outline?version=${body.outline.version}`);
    expect(shapes.headers.get('cache-control')).toContain('immutable');
    expect(shapes.body[0]).toMatchObject({ code: '64.08.09', name: 'Bengalon' });
    const next = await upload(outline({ kode: '64.08.04.2001' }, [117.3, 0.6]));
    expect((await admin.call('GET', `/map/outline?version=${body.outline.version}`)).status).toBe(404);
    expect(next.body.outline).toMatchObject({
      districtCount: 1,
      missing: expect.arrayContaining(['Bengalon']),
    });

    const refused = await upload(outline({ KECAMATAN: 'Bengalon' }, [520_000, 60_000]));
    expect(refused).toMatchObject({ status: 422, body: { code: 'outline-not-usable' } });
    expect(refused.body.errors).toEqual([
      { field: 'fault', message: 'not-degrees' },
      { field: 'feature', message: '1' },
    ]);
    expect((await admin.call('GET', '/map')).body.outline.version).toBe(next.body.outline.version);
    expect((await upload(' '.repeat(10_000_001))).body.code).toBe('file-too-large');
    expect((await admin.call('DELETE', '/map/outline')).status).toBe(204);
    expect((await admin.call('GET', '/map')).body.outline).toBeNull();
  });
});

describe('the inbox app', () => {
  it('answers addresses of its pages with index.html, never cached', async () => {
    for (const address of ['/inbox/', '/inbox/laporan/0198?tab=1']) {
      const page = await get(address);
      expect(page.headers.get('cache-control')).toBe('no-cache');
      expect(await page.text()).toContain('<title>Wadah');
    }
    expect((await get('/')).headers.get('location')).toBe('/inbox/');
    expect((await get('/inbox')).headers.get('location')).toBe('/inbox/');
  });

  it('sends hashed files compressed and for ever, and 404 for a missing one', async () => {
    const script = await get('/inbox/assets/app-1a2b.js', { 'accept-encoding': 'br' });
    expect(script.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect(script.headers.get('content-encoding')).toBe('br');
    expect((await get('/inbox/assets/app-old.js')).status).toBe(404);
    expect((await get('/inbox/..%2f..%2fetc%2fpasswd')).status).not.toBe(200);
  });
});

describe('the API reference', () => {
  it('names every route and is shown from files of our own', async () => {
    const document = (await (await get('/api/v1/openapi.json')).json()) as {
      paths: Record<string, Record<string, { operationId: string }>>;
    };
    const { ROUTES } = await import('@app/api-contract');
    const operations = Object.values(document.paths).flatMap((path) => Object.values(path));
    expect(operations.map((operation) => operation.operationId).sort()).toEqual(Object.keys(ROUTES).sort());
    const page = await (await get('/api/docs/')).text();
    for (const [, file] of page.matchAll(/(?:src|href)="([^"]+)"/g)) {
      expect((await get(`/api/docs/${file}`)).status).toBe(200);
    }
    expect((await get('/api/docs/package.json')).status).toBe(404);
  });
});

describe('the metrics', () => {
  it('are for this machine only, also behind a proxy', async () => {
    const text = await (await get('/metrics')).text();
    expect(text).toMatch(/http_request_duration_seconds_count\{method="GET",route="\/api\/v1\/session"/);
    expect((await get('/metrics', { 'x-forwarded-for': '127.0.0.1' })).status).toBe(404);
  });
});
