import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { CreateFirstFormService } from '@app/connections';
import { migrateQueues } from '@app/queues';
import { startWorker } from '../../apps/worker/src/start-worker.js';
import { CitizenBrowser } from '../support/citizen-browser.js';
import { eventually } from '../support/eventually.js';
import { startTestApi, type TestApi } from '../support/test-api.js';
import { createTestDatabase, type TestDatabase } from '../support/test-database.js';
import { startTestSystem, type TestSystem } from '../support/test-system.js';

let system: TestSystem;
let connectionId: string;
let citizen: CitizenBrowser;

beforeAll(async () => {
  system = await startTestSystem();
  const body = { channel: 'web-form', name: 'Formulir', settings: {} };
  const answer = await system.admin.call('POST', '/connections', body);
  connectionId = answer.body.id;
  expect(answer.body.formUrl).toBe(`${system.api.url}/lapor/${connectionId}`);
});
beforeEach(() => {
  citizen = new CitizenBrowser(system.api.url);
});
afterAll(() => system.close());

async function writeReport(fields: Record<string, string>): Promise<void> {
  await citizen.get('/lapor');
  await send({ submissionId: citizen.hidden('submissionId'), ...fields });
}

/** Sends the form; on a slow machine the code comes a little later, as for a citizen. */
async function send(fields: Record<string, string>, browser = citizen): Promise<void> {
  await browser.post(`/lapor/${connectionId}`, fields);
  while (browser.page.includes('http-equiv="refresh"')) await browser.get('/lapor/diterima');
}

async function reportOf(ticketCode: string) {
  const { body } = await system.admin.call('GET', `/reports?q=${ticketCode}`);
  expect(body.items).toHaveLength(1);
  return (await system.admin.call('GET', `/reports/${body.items[0].id}`)).body;
}

/** The texts of a report, once there are as many. */
async function textsOf(ticketCode: string, count: number): Promise<string[]> {
  return eventually(`${count} messages`, async () => {
    const { messages } = await reportOf(ticketCode);
    return messages.length >= count && messages.map((message: { text: string }) => message.text);
  });
}

async function addText(text: string): Promise<void> {
  const [submissionId, ticketCode] = [citizen.hidden('submissionId'), citizen.hidden('ticketCode')];
  await citizen.post('/lacak/laporan', { submissionId, ticketCode, text });
}

async function openTracking(): Promise<void> {
  const codes = { ticketCode: citizen.text('ticket-code'), trackingSecret: citizen.text('tracking-secret') };
  await citizen.post('/lacak', codes);
}

describe('the public form', () => {
  it('gives both codes, and the tracking page shows the answer, which then counts as read', async () => {
    await writeReport({
      text: 'Pipa air bocor di depan sekolah',
      place: 'Jl. Yos Sudarso II',
      name: 'Ibu Rina',
    });
    expect(citizen.location).toBe('/lapor/diterima');
    const report = await reportOf(citizen.text('ticket-code'));
    expect(report).toMatchObject({ channel: 'web-form', class: 'complaint', contactName: 'Ibu Rina' });
    expect(report.messages[0].text).toContain('Jl. Yos Sudarso II');

    await openTracking();
    expect(citizen.page).toContain('menunggu dibaca petugas');
    expect(citizen.page).toContain('Belum ada jawaban');
    const answer = { text: 'Tim <PDAM> datang besok', version: report.version };
    const once = { ...answer, idempotencyKey: crypto.randomUUID() };
    await system.admin.call('POST', `/reports/${report.id}/replies`, once);
    await eventually('the answer on the page', async () =>
      (await citizen.get('/lacak/laporan')).page.includes('Tim &lt;PDAM&gt; datang besok'),
    );
    expect(citizen.text('status')).toBe('Sedang ditangani');
    const { replies } = await reportOf(report.ticketCode);
    expect(replies).toEqual([expect.objectContaining({ state: 'read' })]);

    const ticketCode = citizen.hidden('ticketCode');
    await citizen.post('/lacak/laporan/nilai', { ticketCode, words: 'Cepat <sekali>' });
    expect([citizen.status, citizen.page.includes('Cepat &lt;sekali&gt;</textarea>')]).toEqual([422, true]);
    await citizen.get('/lacak/laporan/nilai');
    expect([citizen.status, citizen.location]).toEqual([200, '/lacak/laporan']);
    await citizen.post('/lacak/laporan/nilai', { ticketCode, stars: '4', words: 'Cepat <sekali>' });
    expect(citizen.text('given-rating')).toBe('4 – membantu');
    expect(citizen.page).toContain('Penilaian Anda sudah tercatat');
    const rated = await reportOf(report.ticketCode);
    expect(rated.rating).toMatchObject({ stars: 4, words: 'Cepat <sekali>' });
    expect(rated.timeline.at(-1)).toMatchObject({ kind: 'rated', actorKind: 'citizen', data: { stars: 4 } });
  });

  it('takes additions into the same report', async () => {
    await writeReport({ text: 'Lampu jalan mati di Gang Dahlia', name: 'Pak Amir' });
    await openTracking();
    const submissionId = citizen.hidden('submissionId');
    const ticketCode = citizen.hidden('ticketCode');
    for (let press = 0; press < 2; press++) {
      const addition = { submissionId, ticketCode, text: 'Sekarang juga di Gang Anggrek' };
      await citizen.post('/lacak/laporan', addition);
    }
    expect(citizen.page).toMatch(/Tambahan Anda (sudah terkirim|tersimpan)/);
    expect(await textsOf(ticketCode, 2)).toEqual([
      'Lampu jalan mati di Gang Dahlia',
      'Sekarang juga di Gang Anggrek',
    ]);
    for (const message of (await reportOf(ticketCode)).messages) expect(message.authorName).toBe('Pak Amir');
    await citizen.get(citizen.location);
    expect(citizen.page).toContain('Gang Anggrek');
    expect(citizen.page).not.toMatch(/Tambahan Anda (sudah terkirim|tersimpan)/);
    await addText('  ');
    expect([citizen.status, citizen.page.includes('Tuliskan tambahan Anda di sini.')]).toEqual([422, true]);
    await citizen.post('/lacak/laporan', { submissionId, ticketCode, text: 'Dan di Gang Mawar <3' });
    expect([citizen.status, citizen.page.includes('Dan di Gang Mawar &lt;3</textarea>')]).toEqual([
      409,
      true,
    ]);
    await addText('Dan di Gang Mawar <3');
    expect(await textsOf(ticketCode, 3)).toContain('Dan di Gang Mawar <3');
  });

  it('says so when a page that was sent is sent again with another text, which is not lost', async () => {
    await citizen.get('/lapor');
    const submissionId = citizen.hidden('submissionId');
    await send({ submissionId, text: 'Kabel menjuntai di Jalan Dayung' });
    const first = citizen.text('ticket-code');
    await send({ submissionId, text: 'Juga di Jalan Pinang' });
    expect([citizen.status, citizen.page.includes('Juga di Jalan Pinang</textarea>')]).toEqual([409, true]);
    await send({
      submissionId: citizen.hidden('submissionId'),
      text: 'Juga di Jalan Pinang',
    });
    expect(citizen.text('ticket-code')).toMatch(/^\w{3}-\w{4}$/);
    expect(citizen.text('ticket-code')).not.toBe(first);
  });

  it('makes one report of a form that is sent twice at once', async () => {
    await citizen.get('/lapor');
    const fields = { submissionId: citizen.hidden('submissionId'), text: 'Sampah di kali Sangatta Lama' };
    const other = new CitizenBrowser(system.api.url);
    await Promise.all([citizen, other].map((browser) => send(fields, browser)));
    expect(citizen.text('ticket-code')).toMatch(/^\w{3}-\w{4}$/);
    expect(other.text('ticket-code')).toBe(citizen.text('ticket-code'));
    expect((await reportOf(citizen.text('ticket-code'))).messages).toHaveLength(1);
  });

  it('keeps what was typed when something is wrong, and says what', async () => {
    await writeReport({ text: '', name: '"><script>alert(1)</script>', email: 'rina@' });
    expect(citizen.status).toBe(422);
    expect(citizen.page).toContain('Tuliskan laporan Anda di sini.');
    expect(citizen.page).toContain('Alamat email ini tidak lengkap.');
    expect(citizen.page).toContain('&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;');
    expect(citizen.page).not.toContain('<script>');
    await writeReport({ text: 'x'.repeat(100_000) });
    expect(citizen.page).toContain('Terlalu panjang: 100.000 dari paling banyak 10.000');
  });

  it('shows texts of citizens as text, also with NUL and broken characters', async () => {
    await writeReport({ text: 'Nama <b>jalan</b>\u0000 \ud83d & "kutip"' });
    await openTracking();
    expect(citizen.page).toContain('Nama &lt;b&gt;jalan&lt;/b&gt;');
    expect(citizen.page).toContain('&amp; &quot;kutip&quot;');
  });

  it('sets aside what a program has filled in, and says so', async () => {
    await writeReport({ text: 'Beli pengikut murah', website: 'https://spam.example' });
    expect(citizen.page).toContain('disisihkan karena tampak dikirim oleh program');
    const { body } = await system.admin.call('GET', `/connections/${connectionId}/quarantine?state=ignored`);
    expect(body.items[0].reason).toContain('hidden field');
  });

  it('keeps the text when it cannot be stored, and takes it when it is sent again', async () => {
    await citizen.get('/lapor');
    await system.database.query(`create function disk_full() returns trigger language plpgsql as
      $$ begin raise exception 'No space left on device' using errcode = '53100'; end $$`);
    await system.database.query(
      'create trigger disk_full before insert on raw_events for each statement execute function disk_full()',
    );
    const fields = { submissionId: citizen.hidden('submissionId'), text: 'Tiang <listrik> miring' };
    await send(fields);
    await system.database.query('drop trigger disk_full on raw_events');
    expect([citizen.status, citizen.page.includes('Tiang &lt;listrik&gt; miring</textarea>')]).toEqual([
      503,
      true,
    ]);
    const again = { submissionId: citizen.hidden('submissionId'), text: fields.text };
    await send(again);
    expect((await reportOf(citizen.text('ticket-code'))).messages[0].text).toBe(fields.text);
  });

  it('is closed while its connection is paused; reports can still be read', async () => {
    await writeReport({ text: 'Jembatan kayu lapuk di Sepaso' });
    await system.admin.call('PATCH', `/connections/${connectionId}`, { status: 'paused' });
    await openTracking();
    expect(citizen.page).toContain('Jembatan kayu lapuk');
    await citizen.get(`/lapor/${connectionId}`);
    expect([citizen.status, citizen.page.includes('Formulir sedang ditutup')]).toEqual([404, true]);
    const late = { submissionId: crypto.randomUUID(), text: 'Ditulis sebelum ditutup' };
    await send(late);
    expect([citizen.status, citizen.page.includes('Ditulis sebelum ditutup</textarea>')]).toEqual([
      503,
      true,
    ]);
    await system.admin.call('PATCH', `/connections/${connectionId}`, { status: 'active' });
  });
});

describe('the tracking page', () => {
  it('takes codes as people type them and tells a typing mistake from a wrong secret', async () => {
    await writeReport({ text: 'Drainase tersumbat di Jalan APT Pranoto' });
    const ticketCode = citizen.text('ticket-code');
    const trackingSecret = citizen.text('tracking-secret');
    const typed = (text: string) => ` ${text.toLowerCase().replace('-', ' ')} `;
    await citizen.post('/lacak', { ticketCode: typed(ticketCode), trackingSecret: typed(trackingSecret) });
    expect(citizen.page).toContain('Drainase tersumbat');
    await citizen.get('/lacak/tutup');
    expect([citizen.status, citizen.location]).toEqual([200, '/lacak']);
    expect((await citizen.get('/lacak/laporan')).page).toContain('Drainase tersumbat');
    await citizen.post('/lacak/tutup', {});
    await citizen.get('/lacak/laporan');
    expect(citizen.location).toBe('/lacak');

    await citizen.post('/lacak', { ticketCode: `${ticketCode.slice(0, -1)}?`, trackingSecret });
    expect([citizen.status, citizen.page.includes('salah ketik')]).toEqual([422, true]);
    await citizen.post('/lacak', { ticketCode, trackingSecret: 'AAAA-AAAA' });
    expect([citizen.status, citizen.page.includes('tidak cocok')]).toEqual([403, true]);
    expect(citizen.page).toMatch(/name="trackingSecret"\s+value="AAAA-AAAA"/);
  });

  it('takes a text to the report it was written under, though the page was closed meanwhile', async () => {
    await writeReport({ text: 'Pohon tumbang di Jalan Diponegoro' });
    const codes = {
      ticketCode: citizen.text('ticket-code'),
      trackingSecret: citizen.text('tracking-secret'),
    };
    await openTracking();
    const firstPage = citizen.page;
    await writeReport({ text: 'Parit meluap di Jalan Kartini' });
    await openTracking();
    citizen.page = firstPage;
    await addText('Jalan tertutup "total"');
    expect([citizen.status, citizen.page.includes('Jalan tertutup &quot;total&quot;')]).toEqual([403, true]);
    await citizen.post('/lacak', { ...codes, text: 'Jalan tertutup "total"' });
    await addText('Jalan tertutup "total"');
    expect(await textsOf(codes.ticketCode, 2)).toContain('Jalan tertutup "total"');
  });

  it('opens nothing for a cookie that somebody made up', async () => {
    await writeReport({ text: 'Papan nama jalan hilang' });
    const [ticketCode, secret] = [citizen.text('ticket-code'), citizen.text('tracking-secret')];
    const hour = Date.now() + 3_600_000;
    for (const value of [`${ticketCode}.${secret}`, `${ticketCode}.${hour}.`, `${ticketCode}.${hour}.AAAA`]) {
      const headers = { cookie: `wadah_tracking=${value}` };
      const response = await fetch(`${system.api.url}/lacak/laporan`, { headers, redirect: 'manual' });
      expect([response.status, response.headers.get('location')]).toEqual([302, '/lacak']);
    }
  });
});

describe('an installation on its first day', () => {
  let database: TestDatabase;
  let api: TestApi;

  beforeAll(async () => {
    database = await createTestDatabase();
    await migrateQueues({ databaseUrl: database.url });
    api = await startTestApi(database.url);
  });
  beforeEach(() => {
    citizen = new CitizenBrowser(api.url);
  });
  afterAll(async () => {
    await api.close();
    await database.drop();
  });

  it('has one public form from its first start on, and leaves it as the admin has left it', async () => {
    const creator = api.app.get(CreateFirstFormService, { strict: false });
    expect([await creator.create(), await creator.create()]).toEqual([true, false]);
    await citizen.get('/lapor');
    expect(citizen.page).toContain('Sampaikan laporan Anda');
    await database.query(`update connections set status = 'paused'`);
    await creator.create();
    await citizen.get('/lapor');
    expect(citizen.page).toContain('Formulir sedang ditutup');
    await database.query(`update connections set status = 'active'`);
  });

  it('says that a report is kept, and asks again by itself, while no worker gives it a code', async () => {
    await citizen.get('/lapor');
    const fields = { submissionId: citizen.hidden('submissionId'), text: 'Air keruh di Teluk Lingga' };
    await citizen.post(citizen.location, fields);
    expect(citizen.page).toContain('Laporan tersimpan dan sedang diberi kode');
    expect(citizen.page).toContain('http-equiv="refresh"');
    const worker = await startWorker({
      databaseUrl: database.url,
      secretKey: randomBytes(32),
      allowsPrivateAddresses: true,
      dataFolder: '/nonexistent',
      timeZone: 'Asia/Makassar',
      applicationName: 'wadah-test-worker',
    });
    await eventually('the code', async () => (await citizen.get('/lapor/diterima')).text('ticket-code'));
    await worker.close();
  });

  it('slows down one that sends without end, and keeps their text', async () => {
    await citizen.get('/lapor');
    const form = citizen.location;
    for (let attempt = 0; attempt < 130 && citizen.status !== 429; attempt++)
      await citizen.post(form, { submissionId: crypto.randomUUID(), text: 'Halo', email: 'bukan email' });
    expect([citizen.status, citizen.page.includes('Halo</textarea>')]).toEqual([429, true]);
    expect(citizen.page).toContain('Terlalu banyak kiriman dari jaringan ini');
  });

  it('stops guessing from one address', async () => {
    const guess = { ticketCode: '222-2222', trackingSecret: 'AAAA-AAAA' };
    const statuses = [];
    for (let attempt = 0; attempt < 70; attempt++)
      statuses.push((await citizen.post('/lacak', guess)).status);
    expect([statuses[0], statuses.at(-1)]).toEqual([403, 429]);
  });
});
