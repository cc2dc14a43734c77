import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import type { PublicReport } from '@app/connector-kit';
import { apiRequest, HostedApiUnderTest, type ApiCall } from '@app/connector-kit/testing';
import { ticketCode } from '@app/report-model';
import { XMLParser } from 'fast-xml-parser';
import { open311Api } from './open311.api.js';
import { open311SettingsSchema } from './open311.settings.js';

const CODE = ticketCode(1);
const KEY = 'contract-api-key-0001';
const payload: unknown = JSON.parse(
  readFileSync(new URL('./fixtures/request-of-the-standard.json', import.meta.url), 'utf8'),
);
const REPORT: PublicReport = {
  ticketCode: CODE,
  class: 'complaint',
  status: 'closed',
  receivedAt: new Date('2026-11-24T02:00:00.123Z'),
  updatedAt: new Date('2026-11-25T02:00:00.456Z'),
  dueAt: new Date('2026-12-01T15:59:59.999Z'),
  agencyName: 'Dinas PUPR <Contoh> & rekan',
  answer: 'Lubang sudah ditutup.',
  openedBy: { kind: 'request', externalId: '1', receivedAt: new Date('2026-11-24T02:00:00Z'), payload },
};
const wadah = (settings: object = {}, known: readonly PublicReport[] = [REPORT]) =>
  new HostedApiUnderTest(open311SettingsSchema.parse({ apiKey: KEY, ...settings }), known);
const ask = async (call: ApiCall, host = wadah()) => (await open311Api.answer(apiRequest(call), host)).body;
const get = (path: string, query = {}): ApiCall => ({ method: 'GET', path, query });
const post = (fields: Record<string, string>, format = 'json'): ApiCall => ({
  method: 'POST',
  path: `v2/requests.${format}`,
  headers: { 'content-type': 'application/x-www-form-urlencoded' },
  body: new URLSearchParams({
    api_key: KEY,
    service_code: 'complaint',
    address_string: 'Jalan Contoh',
    description: 'Lubang di jalan',
    ...fields,
  }).toString(),
});
/** What an XML list says, as the JSON list would. */
function rowsOf(xml: string, root: string, item: string): unknown {
  const parser = new XMLParser({ isArray: (name) => name === item, parseTagValue: false });
  const document = parser.parse(xml) as Record<string, Record<string, Record<string, string>[]> | ''>;
  const list = document[root];
  return list ? list[item] : [];
}
const asText = (json: string): unknown =>
  (JSON.parse(json) as Record<string, unknown>[]).map((row) =>
    Object.fromEntries(
      Object.entries(row).map(([name, value]) => [name, value === null ? '' : String(value)]),
    ),
  );

describe('what everybody can read', () => {
  it('is place, kind, status, agency and answer; nothing of the reporter, and their text only when allowed', async () => {
    const [row] = JSON.parse(await ask(get(`v2/requests/${CODE}.json`))) as unknown[];
    expect(row).toEqual({
      service_request_id: CODE,
      status: 'closed',
      status_notes: 'Lubang sudah ditutup.',
      service_name: 'Pengaduan',
      service_code: 'complaint',
      description: null,
      agency_responsible: 'Dinas PUPR <Contoh> & rekan',
      service_notice: null,
      requested_datetime: '2026-11-24T02:00:00Z',
      updated_datetime: '2026-11-25T02:00:00Z',
      expected_datetime: '2026-12-01T15:59:59Z',
      address: '1234 5th street',
      address_id: null,
      zipcode: null,
      lat: 37.76524078,
      long: -122.4212043,
      media_url: null,
    });
    const open = await ask(
      get(`v2/requests/${CODE.replace('-', '').toLowerCase()}.json`),
      wadah({ showsTexts: true }),
    );
    expect(open).toContain('A large sinkhole');
    expect(open).toContain('2212426634_5ed477a060.jpg');
    for (const personal of ['john', 'smith', '111111111', 'sfgov', 'tt222111', '123456']) {
      expect(open).not.toContain(personal);
    }
  });

  it('covers numbers of persons in a text that may be shown', async () => {
    const told = { ...(payload as object), description: 'Hubungi saya di 081234567890' };
    const report = { ...REPORT, openedBy: { ...REPORT.openedBy, payload: told } };
    const open = await ask(get('v2/requests.json'), wadah({ showsTexts: true }, [report]));
    expect(open).toContain('Hubungi saya di [nomor]');
  });

  it.each([
    ['v2/requests', 'service_requests', 'request'],
    ['v2/services', 'services', 'service'],
    ['v2/requests/GGG-GGGG', 'errors', 'error'],
  ])('is the same in XML and in JSON: %s', async (path, root, item) => {
    const xml = await ask(get(`${path}.xml`));
    expect(xml).toMatch(/^<\?xml version="1.0" encoding="utf-8"\?>\n/);
    expect(rowsOf(xml, root, item)).toEqual(asText(await ask(get(`${path}.json`))));
  });

  it('is XML that can be read, whatever stands in it', async () => {
    const odd = { ...REPORT, answer: 'a \u0000\u0007 <b>&amp; ]]> \uD800 \u{1F6A7}' };
    const xml = await ask(get(`v2/requests/${CODE}.xml`), wadah({}, [odd]));
    expect(rowsOf(xml, 'service_requests', 'request')).toMatchObject([
      { status_notes: 'a \uFFFD\uFFFD <b>&amp; ]]> \uFFFD \u{1F6A7}' },
    ]);
  });

  it.each([
    ['json in the address', 'v2/services.json', undefined, 'application/json; charset=utf-8'],
    ['json in the header', 'v2/services', 'application/json', 'application/json; charset=utf-8'],
    ['nothing said', 'v2/services', undefined, 'text/xml; charset=utf-8'],
  ])('comes in the format that was asked for: %s', async (_name, path, accept, contentType) => {
    const request = apiRequest({ ...get(path), headers: accept === undefined ? {} : { accept } });
    expect(await open311Api.answer(request, wadah())).toMatchObject({ contentType });
  });
});

describe('a filter', () => {
  const asked = async (query: Record<string, string>) => {
    const host = wadah();
    await ask(get('v2/requests.json', query), host);
    return host.asked;
  };

  it('takes the last 90 days, and of a longer span the latest 90', async () => {
    expect(await asked({})).toMatchObject({
      receivedFrom: new Date('2026-08-26T02:00:00Z'),
      receivedTo: new Date('2026-11-24T02:00:00Z'),
      limit: 1_000,
    });
    expect(
      await asked({ start_date: '2025-01-01T00:00:00Z', end_date: '2026-01-01T00:00:00Z' }),
    ).toMatchObject({
      receivedFrom: new Date('2025-10-03T00:00:00Z'),
      receivedTo: new Date('2026-01-01T00:00:00Z'),
    });
    expect(await asked({ start_date: '2026-01-01T00:00:00+08:00' })).toMatchObject({
      receivedFrom: new Date('2025-12-31T16:00:00Z'),
      receivedTo: new Date('2026-03-31T16:00:00Z'),
    });
  });

  it('asks for nothing but the ids where ids are given, and never for advertising', async () => {
    const ids = { service_request_id: `${CODE}, nonsense`, status: 'open' };
    expect(await asked(ids)).toEqual({ ticketCodes: [CODE], limit: 1_000 });
    expect((await asked({}))?.classes).not.toContain('spam');
    expect((await asked({ service_code: 'spam,unknown' }))?.classes).toEqual([]);
    expect((await asked({ status: 'closed' }))?.statuses).toEqual([
      'not-our-authority',
      'closed',
      'archived',
    ]);
  });
});

describe('a posted request', () => {
  it('is answered with the ticket code or, when that takes a while, with a token that becomes one', async () => {
    const host = wadah();
    host.ticketCode = null;
    const [{ token }] = JSON.parse(await ask(post({}), host)) as [{ token: string }];
    const later = get(`v2/tokens/${token}.json`);
    expect(JSON.parse(await ask(later, host))).toEqual([{ service_request_id: null, token }]);
    host.ticketCode = CODE;
    expect(JSON.parse(await ask(later, host))).toEqual([{ service_request_id: CODE, token }]);
    expect(JSON.parse(await ask(post({ account_id: '7' }), host))).toEqual([
      { service_request_id: CODE, service_notice: expect.any(String), account_id: '7' },
    ]);
  });

  it('names every mistake at once', async () => {
    const problems = JSON.parse(
      await ask(post({ service_code: '', description: '', lat: '5' })),
    ) as unknown[];
    expect(problems).toEqual([
      { code: 400, description: 'service_code was not provided' },
      { code: 400, description: 'description was not provided' },
      { code: 400, description: 'lat and long must both be sent, in degrees of WGS 84' },
    ]);
  });

  it.each([
    ['across midnight', '2026-11-24T23:59:59Z', '2026-11-25T00:00:01Z', 1],
    ['across noon', '2026-11-24T11:59:00Z', '2026-11-24T12:01:00Z', 1],
    ['hours later', '2026-11-24T13:00:00Z', '2026-11-25T00:59:00Z', 1],
    ['a day later', '2026-11-24T13:00:00Z', '2026-11-25T13:00:00Z', 2],
  ])('that is sent again %s is the same one until its time is over', async (_name, first, again, count) => {
    const host = wadah();
    for (const time of [first, again]) {
      host.time = new Date(time);
      expect(JSON.parse(await ask(post({}), host))).toMatchObject([{ service_request_id: CODE }]);
    }
    expect(host.stored.size).toBe(count);
  });

  it('is another one with another text, and keeps the key to itself', async () => {
    const host = wadah();
    await ask(post({ description: 'Satu' }), host);
    await ask(post({ description: 'Dua\u0000 \uFFFD' }), host);
    expect(host.stored.size).toBe(2);
    expect(JSON.stringify([...host.stored.values()])).not.toContain(KEY);
  });
});
