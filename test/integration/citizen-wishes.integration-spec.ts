import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Database } from '@app/database';
import sharp from 'sharp';
import { CitizenBrowser } from '../support/citizen-browser.js';
import { eventually } from '../support/eventually.js';
import { photo } from '../support/pictures.js';
import { startTestSystem, type TestSystem } from '../support/test-system.js';

let system: TestSystem;
let form: string;
let citizen: CitizenBrowser;

beforeAll(async () => {
  system = await startTestSystem();
  const body = { channel: 'web-form', name: 'Formulir', settings: {} };
  form = `/lapor/${(await system.admin.call('POST', '/connections', body)).body.id}`;
});
beforeEach(() => {
  citizen = new CitizenBrowser(system.api.url);
});
afterAll(() => system.close());

async function receipt(): Promise<void> {
  while (citizen.page.includes('http-equiv="refresh"')) await citizen.get('/lapor/diterima');
}

async function reportOf(ticketCode: string) {
  const { body } = await system.admin.call('GET', `/reports?q=${ticketCode}`);
  return (await system.admin.call('GET', `/reports/${body.items[0].id}`)).body;
}

describe('the public form', () => {
  it('keeps photos without what the camera wrote beside them, also while something else is wrong', async () => {
    await citizen.get('/lapor');
    const submissionId = citizen.hidden('submissionId');
    const files = [
      { name: 'lubang.jpg', body: await photo({ hasPlace: true }) },
      { name: 'surat.jpg', body: Buffer.from('%PDF-1.7 bukan foto') },
      { name: 'raksasa.jpg', body: Buffer.alloc(10_000_001, 1) },
    ];
    await citizen.postFiles(form, { submissionId, text: 'Lubang <dalam> di Jalan Kenyamukan' }, files);
    expect(citizen.status).toBe(422);
    expect(citizen.page).toContain('Lubang &lt;dalam&gt; di Jalan Kenyamukan</textarea>');
    expect(citizen.page).toContain('“surat.jpg” bukan foto');
    expect(citizen.page).toContain('“raksasa.jpg” lebih besar dari 10 MB');
    expect(citizen.page).toMatch(/Sudah tersimpan:[\s\S]*lubang\.jpg/);

    const again = {
      submissionId,
      photoCount: citizen.hidden('photoCount'),
      text: 'Lubang dalam di Jalan Kenyamukan',
    };
    await citizen.postFiles(form, again, [{ name: '', body: Buffer.alloc(0) }]);
    await receipt();
    const { messages } = await reportOf(citizen.text('ticket-code'));
    expect(messages[0].attachments).toEqual([
      expect.objectContaining({ state: 'stored', fileName: 'lubang.jpg', hasThumbnail: true, place: null }),
    ]);
    const answer = await fetch(`${system.api.url}/api/v1/attachments/${messages[0].attachments[0].id}`, {
      headers: { cookie: system.admin.sessionCookie, origin: system.api.url },
    });
    const body = Buffer.from(await answer.arrayBuffer());
    const { exif, width } = await sharp(body).metadata();
    expect([exif, width]).toEqual([undefined, 1280]);

    const codes = {
      ticketCode: citizen.text('ticket-code'),
      trackingSecret: citizen.text('tracking-secret'),
    };
    await citizen.post('/lacak', codes);
    const [, address = ''] = /src="(\/lacak\/laporan\/foto\/[^"]+)"/.exec(citizen.page) ?? [];
    expect((await sharp((await citizen.bytes(address)).body).metadata()).format).toBe('webp');
    const stranger = new CitizenBrowser(system.api.url);
    expect((await stranger.bytes(address)).status).toBe(404);
    // What is added may be a photo alone; more than five are too many.
    const addition = {
      submissionId: citizen.hidden('submissionId'),
      ticketCode: citizen.hidden('ticketCode'),
      text: '',
    };
    const many = [1, 2, 3, 4, 5, 6].map(async (shade) => ({
      name: `${shade}.jpg`,
      body: await photo({ shade: shade * 30 }),
    }));
    await citizen.postFiles('/lacak/laporan', addition, await Promise.all(many));
    expect([citizen.status, citizen.page.includes('“6.jpg” tidak ikut: paling banyak 5 foto')]).toEqual([
      422,
      true,
    ]);
    await citizen.postFiles('/lacak/laporan', addition, []);
    await eventually(
      'the addition',
      async () => (await reportOf(addition.ticketCode)).messages[1]?.attachments.length === 5,
    );
  });

  it('hides whoever wishes to be nobody, and what is meant for few', async () => {
    const wishes = { anonymous: 'ya', confidential: 'ya', position: '0.5,117.6' };
    await citizen.get('/lapor');
    const submissionId = citizen.hidden('submissionId');
    await citizen.post(form, {
      submissionId,
      ...wishes,
      text: 'Petugas minta uang rokok',
      name: 'Bu Nur',
      phone: '081234567890',
    });
    await receipt();
    const report = await reportOf(citizen.text('ticket-code'));
    expect(report).toMatchObject({ contactName: 'Anonim', isConfidential: true });
    expect(report.contact).toMatchObject({ isAnonymous: true, phone: null, email: null });
    expect(report.messages[0].location).toMatchObject({ latitude: 0.5, longitude: 117.6 });
    const kept = await system.api.app
      .get(Database, { strict: false })
      .query(`select 1 from raw_events where convert_from(payload, 'UTF8') like '%Bu Nur%'`);
    expect(kept).toEqual([]);
  });
});

describe('every page for citizens', () => {
  it('is kept by nobody on the way, and tells no other site where the reader was', async () => {
    const { headers } = await fetch(`${system.api.url}/lacak`);
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
  });

  it('answers an unknown address with a page for people', async () => {
    await citizen.get('/lapor/tidak-ada?bahasa=en');
    expect([citizen.status, citizen.page.includes('Page not found')]).toEqual([404, true]);
    await citizen.get('/lacakk');
    expect([citizen.status, citizen.page.includes('Halaman tidak ditemukan')]).toEqual([404, true]);
    await citizen.get('/api/v1/lacakk');
    expect([citizen.status, JSON.parse(citizen.page).code]).toEqual([404, 'not-found']);
  });
});
