import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Overview, ReportPage } from '@app/api-contract';
import { XMLParser } from 'fast-xml-parser';
import { eventually } from '../support/eventually.js';
import { startTestSystem, type TestSystem } from '../support/test-system.js';

const KEY = 'integration-api-key-01';
let system: TestSystem;
let connectionId: string;
/** As an app finds it out. */
let endpoint: string;

beforeAll(async () => {
  system = await startTestSystem();
  const settings = { apiKey: KEY, organisation: 'Pemkab Contoh', showsTexts: true };
  const body = { channel: 'open311', name: 'Aplikasi warga', settings };
  const answer = await system.admin.call('POST', '/connections', body);
  expect(answer).toMatchObject({ status: 201 });
  connectionId = answer.body.id;
  const discovery = await (await fetch(answer.body.apiUrl.replace('.xml', '.json'))).json();
  endpoint = (discovery as { endpoints: [{ url: string }] }).endpoints[0].url;
});
afterAll(() => system.close());

/** The standard's own example. */
const EXAMPLE = {
  api_key: KEY,
  jurisdiction_id: 'city.gov',
  service_code: 'complaint',
  lat: '37.76524078',
  long: '-122.4212043',
  address_string: '1234 5th street',
  email: 'smit333@sfgov.example',
  device_id: 'tt222111',
  account_id: '123456',
  first_name: 'john',
  last_name: 'smith',
  phone: '111111111',
  description: 'A large sinkhole is destroying the street',
  media_url: 'http://127.0.0.1:9/2212426634_5ed477a060.jpg',
  'attribute[WHISPAWN]': '123456',
};
const send = (fields: Record<string, string>, format = 'json') =>
  fetch(`${endpoint}/requests.${format}`, {
    method: 'POST',
    body: new URLSearchParams({ ...EXAMPLE, ...fields }),
  });
/* eslint-disable @typescript-eslint/no-explicit-any -- answers of the interface, looked at as the test expects them */
const read = async (path: string): Promise<any> => (await fetch(`${endpoint}/${path}`)).json();
const sent = async (fields: Record<string, string>): Promise<string> => {
  const [{ service_request_id: id, token }] = (await (await send(fields)).json()) as any;
  return (
    id ??
    eventually('the ticket code', async () => (await read(`tokens/${token}.json`))[0].service_request_id)
  );
};
const reportOf = async (code: string): Promise<any> => {
  const { body } = await system.admin.call('GET', `/reports?q=${code}`);
  return (await system.admin.call('GET', `/reports/${body.items[0].id}`)).body;
};
/* eslint-enable @typescript-eslint/no-explicit-any */

describe('Open311', () => {
  it('takes a request once, and tells of the answer and of the end, in JSON and in XML alike', async () => {
    const code = await sent({});
    expect(await sent({})).toBe(code);
    const report = await reportOf(code);
    expect(report).toMatchObject({ channel: 'open311', contactName: 'john smith', ticketCode: code });
    expect(report.messages).toEqual([
      expect.objectContaining({ text: expect.stringContaining('WHISPAWN: 123456') }),
    ]);
    expect(await read(`requests/${code}.json`)).toMatchObject([
      { status: 'open', status_notes: 'Menunggu dibaca petugas.', agency_responsible: 'Pemkab Contoh' },
    ]);

    const answer = { text: 'Lubang <ditutup> & aman', version: report.version };
    const key = { idempotencyKey: crypto.randomUUID() };
    await system.admin.call('POST', `/reports/${report.id}/replies`, { ...answer, ...key });
    await eventually(
      'the answer',
      async () => (await read(`requests/${code}.json`))[0].status_notes === answer.text,
    );
    const { version } = await reportOf(code);
    const closing = await system.admin.call('POST', `/reports/${report.id}/status`, {
      status: 'closed',
      version,
    });
    expect(closing.status).toBe(200);

    const [row] = await read(`requests.json?status=closed`);
    expect(row).toMatchObject({
      service_request_id: code,
      status: 'closed',
      status_notes: answer.text,
      description: EXAMPLE.description,
      address: EXAMPLE.address_string,
      lat: 37.76524078,
      long: -122.4212043,
      media_url: EXAMPLE.media_url,
    });
    expect(JSON.stringify(row)).not.toMatch(/john|smith|111111111|sfgov|tt222111/);
    expect(await read('requests.json?status=open')).toEqual([]);
    const xml = await (await fetch(`${endpoint}/requests.xml?service_request_id=${code}`)).text();
    const parser = new XMLParser({ parseTagValue: false });
    const same = Object.entries(row).map(([name, value]) => [name, value === null ? '' : String(value)]);
    expect(parser.parse(xml).service_requests.request).toEqual(Object.fromEntries(same));
  });

  it('shows no report of another channel, whatever its code', async () => {
    const form = await system.admin.call('POST', '/connections', {
      channel: 'web-form',
      name: 'F',
      settings: {},
    });
    await fetch(form.body.formUrl, {
      method: 'POST',
      body: new URLSearchParams({
        submissionId: crypto.randomUUID(),
        text: 'Lampu jalan Gang Kenanga padam',
      }),
    });
    const other = await eventually('the other report', async () => {
      const { body } = await system.admin.call('GET', '/reports?q=Kenanga');
      return body.items[0];
    });
    expect((await fetch(`${endpoint}/requests/${other.ticketCode}.json`)).status).toBe(404);
    expect(await read(`requests.json?service_request_id=${other.ticketCode}`)).toEqual([]);
  });

  it('says what is wrong in the standard’s form: a key, a size, a database that is full', async () => {
    const refused = await send({ api_key: 'wrong' }, 'xml');
    expect([refused.status, await refused.text()]).toEqual([
      403,
      expect.stringContaining('<code>403</code>'),
    ]);
    const large = await send({ description: 'a'.repeat(1_100_000) });
    expect([large.status, await large.json()]).toEqual([
      413,
      [{ code: 413, description: expect.any(String) }],
    ]);
    await system.database.query(`create function disk_full() returns trigger language plpgsql as
      $$ begin raise exception 'No space left on device' using errcode = '53100'; end $$`);
    await system.database.query(
      'create trigger disk_full before insert on raw_events for each statement execute function disk_full()',
    );
    const full = await send({ description: 'Pohon tumbang' });
    await system.database.query('drop trigger disk_full on raw_events');
    expect([full.status, full.headers.get('retry-after')]).toEqual([503, '60']);
    expect(await sent({ description: 'Pohon tumbang' })).toMatch(/^\w{3}-\w{4}$/);
  });

  it('takes nothing while paused, and goes on telling', async () => {
    const code = await sent({ description: 'Jembatan goyang' });
    await system.admin.call('PATCH', `/connections/${connectionId}`, { status: 'paused' });
    expect((await send({ description: 'Tanggul retak' })).status).toBe(503);
    expect(await read(`requests/${code}.json`)).toMatchObject([{ status: 'open' }]);
    await system.admin.call('PATCH', `/connections/${connectionId}`, { status: 'active' });
  });

  it('has nothing at addresses of others', async () => {
    for (const id of [crypto.randomUUID(), 'x', `${connectionId}x`]) {
      const answer = await fetch(`${system.api.url}/open311/${id}/v2/services.json`);
      expect([answer.status, await answer.json()]).toEqual([404, [expect.objectContaining({ code: 404 })]]);
    }
  });
});

describe('reports of one district', () => {
  it('are counted, in the middle of the places that they tell, and listed', async () => {
    const codes = [
      await sent({ description: 'Jembatan di Kecamatan Kaubun miring', lat: '0.9', long: '117.9' }),
      await sent({ description: 'Jalan desa di Kecamatan Kaubun longsor', lat: '1.0', long: '117.9' }),
    ];
    const ids = (await Promise.all(codes.map(reportOf))).map(({ id }) => id as string);
    const day = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
    const { areas } = (await system.admin.call('GET', `/overview?from=${day(-1)}&to=${day(1)}`))
      .body as Overview;
    const point = { latitude: 0.95, longitude: 117.9 };
    expect(areas).toContainEqual({ code: '64.08.15', name: 'Kaubun', count: 2, point });
    const idsOf = async (query: string) =>
      ((await system.admin.call('GET', `/reports?${query}`)).body as ReportPage).items.map(({ id }) => id);
    expect((await idsOf('area=64.08.15')).toSorted()).toEqual(ids.toSorted());
    expect(await idsOf('area=64.08')).toEqual(expect.arrayContaining(ids));
    expect(await idsOf('area=64.08.15&class=spam')).toEqual([]);
  });
});
