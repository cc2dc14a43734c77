import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { CitizenBrowser } from '../support/citizen-browser.js';
import { eventually } from '../support/eventually.js';
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
  await citizen.post(`/lapor/${connectionId}`, { submissionId: citizen.hidden('submissionId'), ...fields });
}

async function reportOf(ticketCode: string) {
  const { body } = await system.admin.call('GET', `/reports?q=${ticketCode}`);
  expect(body.items).toHaveLength(1);
  return (await system.admin.call('GET', `/reports/${body.items[0].id}`)).body;
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
    await system.admin.call('POST', `/reports/${report.id}/replies`, {
      ...answer,
      idempotencyKey: crypto.randomUUID(),
    });
    await eventually('the answer on the page', async () =>
      (await citizen.get('/lacak/laporan')).page.includes('Tim &lt;PDAM&gt; datang besok'),
    );
    expect(citizen.text('status')).toBe('Sedang ditangani');
    const { replies } = await reportOf(report.ticketCode);
    expect(replies).toEqual([expect.objectContaining({ state: 'read' })]);
  });

  it('takes additions into the same report', async () => {
    await writeReport({ text: 'Lampu jalan mati di Gang Dahlia', name: 'Pak Amir' });
    await openTracking();
    const submissionId = citizen.hidden('submissionId');
    for (let press = 0; press < 2; press++) {
      await citizen.post('/lacak/laporan', { submissionId, text: 'Sekarang juga di Gang Anggrek' });
    }
    expect(citizen.page).toContain('Gang Anggrek');
    const report = await reportOf(/Laporan (\S+)<\/h1>/.exec(citizen.page)?.[1] ?? '');
    expect(report.messages.map((message: { text: string }) => message.text)).toEqual([
      'Lampu jalan mati di Gang Dahlia',
      'Sekarang juga di Gang Anggrek',
    ]);
    for (const message of report.messages) expect(message.authorName).toBe('Pak Amir');
    await citizen.post('/lacak/laporan', { submissionId: crypto.randomUUID(), text: '  ' });
    expect(citizen.status).toBe(422);
  });

  it('makes one report of a form that is sent twice at once', async () => {
    await citizen.get('/lapor');
    const fields = { submissionId: citizen.hidden('submissionId'), text: 'Sampah di kali Sangatta Lama' };
    const other = new CitizenBrowser(system.api.url);
    await Promise.all([citizen, other].map((browser) => browser.post(`/lapor/${connectionId}`, fields)));
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

  it('is closed while its connection is paused; reports can still be read', async () => {
    await writeReport({ text: 'Jembatan kayu lapuk di Sepaso' });
    await system.admin.call('PATCH', `/connections/${connectionId}`, { status: 'paused' });
    await openTracking();
    expect(citizen.page).toContain('Jembatan kayu lapuk');
    await citizen.get(`/lapor/${connectionId}`);
    expect([citizen.status, citizen.page.includes('Formulir sedang ditutup')]).toEqual([404, true]);
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
    await citizen.post('/lacak/tutup', {});
    await citizen.get('/lacak/laporan');
    expect(citizen.location).toBe('/lacak');

    await citizen.post('/lacak', { ticketCode: `${ticketCode.slice(0, -1)}?`, trackingSecret });
    expect([citizen.status, citizen.page.includes('salah ketik')]).toEqual([422, true]);
    await citizen.post('/lacak', { ticketCode, trackingSecret: 'AAAA-AAAA' });
    expect([citizen.status, citizen.page.includes('tidak cocok')]).toEqual([403, true]);
  });

  it('stops guessing from one address', async () => {
    const guess = { ticketCode: '222-2222', trackingSecret: 'AAAA-AAAA' };
    const statuses = [];
    for (let attempt = 0; attempt < 70; attempt++)
      statuses.push((await citizen.post('/lacak', guess)).status);
    expect(statuses.at(-1)).toBe(429);
  });

  it('answers an unknown address with a page for people', async () => {
    await citizen.get('/lapor/tidak-ada?bahasa=en');
    expect([citizen.status, citizen.page.includes('Page not found')]).toEqual([404, true]);
  });
});
