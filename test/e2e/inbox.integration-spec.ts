import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { eventually } from '../support/eventually.js';
import { ADMIN, signInInvited } from '../support/first-admin.js';
import { loseNothing } from './answer-journey.js';
import { settleIncident } from './incident-journey.js';
import { followModel } from './model-journey.js';
import { setUpTheHouse } from './set-up-journey.js';
import { teachPlaces, teachWords } from './vocabulary-journey.js';
import { handOutToken } from '../support/hand-out-token.js';
import { canShowInbox, startInboxSystem, type InboxSystem } from '../support/inbox-system.js';

if (!canShowInbox) console.warn('SKIPPED: journeys in the inbox; run npm run build and install Chromium');
const journey = canShowInbox ? describe : describe.skip;

const A_FEW_MINUTES = 240_000;
let system: InboxSystem;
let sari: Page;
let budi: Page;
let citizens = 91_000;

const send = (text: string) => system.telegram.sendPrivateText({ id: ++citizens, firstName: 'Warga' }, text);
const sentTexts = () => system.telegram.sentMessages().map(({ text }) => text);
const idsOf = async (query: string): Promise<string[]> =>
  (await system.admin.call('GET', `/reports?limit=100&${query}`)).body.items.map(
    ({ id }: { id: string }) => id,
  );

async function answer(reportId: string, text: string): Promise<void> {
  const { version } = (await system.admin.call('GET', `/reports/${reportId}`)).body;
  const body = { text, version, idempotencyKey: crypto.randomUUID() };
  await system.admin.call('POST', `/reports/${reportId}/replies`, body);
}

async function open(page: Page, words: string): Promise<void> {
  await page.goto(`${system.api.url}/inbox/`);
  // An urgent report stands above the list, too.
  await page.getByRole('list', { name: 'Daftar laporan' }).getByRole('link', { name: words }).click();
  await page.getByRole('region', { name: 'Klasifikasi' }).waitFor();
}
const dialog = () => sari.getByRole('dialog');
const replyField = (page: Page) => page.getByRole('form', { name: 'Balasan' }).getByRole('textbox');

if (canShowInbox) {
  beforeAll(async () => {
    system = await startInboxSystem();
    const invitation = { email: 'budi@example.go.id', role: 'officer' };
    const { password } = await signInInvited(system.api, system.admin, invitation);
    await system.admin.call('POST', '/agencies', { code: 'dpu', name: 'Dinas PU', shortName: 'DPU' });
    [sari, budi] = await Promise.all([
      system.enter(ADMIN.email, ADMIN.password),
      system.enter(invitation.email, password),
    ]);
  }, A_FEW_MINUTES);
  afterAll(() => system.close(), A_FEW_MINUTES);
}

journey('an officer with nothing but a keyboard', () => {
  const ADVERT = 'PROMO pinjol cair cepat tanpa jaminan, klik wa.me/62812';
  const ANSWER = 'Jadwalnya tertempel di kantor camat.';
  const texts = (number: number) => [
    `${ADVERT}${number}`,
    `Kapan jadwal KTP keliling di desa nomor ${number}?`,
    `Jalan berlubang di RT ${number} sudah sebulan tidak diperbaiki`,
  ];
  const press = (...keys: string[]) =>
    keys.reduce((before, key) => before.then(() => sari.keyboard.press(key)), Promise.resolve());
  const rows = () => sari.getByRole('list', { name: 'Daftar laporan' }).getByRole('listitem');
  const inDialog = async (opener: string, ...keys: string[]) => {
    await press(opener);
    // The focus comes a moment after the dialog.
    await dialog().locator(':focus').waitFor();
    await press(...keys);
    await dialog().waitFor({ state: 'detached' });
  };

  async function archiveAdverts(): Promise<void> {
    await rows().first().waitFor();
    await press('/');
    await sari.getByRole('search').locator(':focus').waitFor();
    await sari.keyboard.type('pinjol');
    await press('Enter', 'Escape');
    await sari.waitForURL(/pinjol/);
    await eventually('ten advertisements', async () => (await rows().count()) === 10);
    for (let row = 0; row < 10; row++) await press('j', 'x');
    await sari.getByText('10 dipilih').first().waitFor();
    await inDialog('b', 'Tab', 'A', 'r', 's', 'Tab', 'I', 'k', 'l', 'a', 'n', 'Tab', 'Tab', 'Enter');
    await sari.getByText('10 diubah, 0 memang sudah begitu, 0 ditolak').waitFor();
  }

  async function settleOpenReport(): Promise<void> {
    const words = await sari.getByRole('log', { name: 'Percakapan' }).innerText();
    if (words.includes('KTP')) {
      await press('r');
      await sari.keyboard.type(ANSWER);
      await press('Control+Enter');
      await sari.getByRole('log').getByText(ANSWER).waitFor();
      await press('Escape');
      await inDialog('e', 'Control+Enter');
    } else {
      await press('v');
      await sari.getByRole('article').getByText('Belum ditindaklanjuti').first().waitFor();
      await inDialog('d', 'D', 'P', 'U', 'Tab', 'Tab', 'Tab', 'Enter');
    }
  }

  it(
    'clears thirty mixed reports: many at once, answers, verification, disposition',
    async () => {
      for (let number = 0; number < 10; number++) for (const text of texts(number)) await send(text);
      await eventually('thirty reports', async () => (await idsOf('status=new')).length === 30);
      await archiveAdverts();
      await press('Control+k');
      await dialog().waitFor();
      await sari.keyboard.type('belum terver');
      await press('Enter');
      await dialog().waitFor({ state: 'detached' });
      await sari.waitForURL(/status=new/);
      await sari.getByRole('link', { name: ADVERT.slice(0, 12) }).waitFor({ state: 'detached' });
      await rows().first().waitFor();
      await press('j', 'o');
      await sari.getByRole('region', { name: 'Klasifikasi' }).waitFor();
      for (let left = 20; left > 0; left--) {
        await settleOpenReport();
        if (left === 1) break;
        const code = await sari.getByRole('article').getAttribute('aria-label');
        await press('j');
        await sari.getByRole('article', { name: code ?? '', exact: true }).waitFor({ state: 'detached' });
        await sari.getByRole('region', { name: 'Klasifikasi' }).waitFor();
      }
      expect(await idsOf('status=new')).toEqual([]);
      expect(await idsOf('status=archived')).toHaveLength(10);
      expect(await idsOf('status=closed')).toHaveLength(10);
      expect(await idsOf('status=verified')).toHaveLength(10);
      await eventually('ten answers', async () => sentTexts().length >= 10);
      expect(sentTexts()).toEqual(Array.from({ length: 10 }, () => ANSWER));
    },
    A_FEW_MINUTES,
  );
});

journey('two officers at one report', () => {
  it(
    'see each other; who comes second is stopped and shown why; nothing is sent twice',
    async () => {
      await send('Pohon tumbang menutup Jalan Soekarno Hatta');
      await Promise.all([sari, budi].map((page) => open(page, 'Pohon tumbang menutup')));
      await replyField(sari).fill('Kami cek ke lokasi.');
      await budi.getByText('Sari sedang menulis balasan').first().waitFor();
      await replyField(budi).fill('Tim BPBD sudah berangkat.');
      await replyField(budi).press('Control+Enter');
      const news = sari.getByRole('alert', { name: 'Berubah sejak Anda mulai menulis' });
      await news.getByText('Tim BPBD sudah berangkat.').waitFor();
      await replyField(sari).press('Control+Enter');
      await sari.getByText('Laporan berubah sejak Anda membukanya').waitFor();
      const [id = ''] = await idsOf('q=pohon+tumbang');
      const replies = async () =>
        (await system.admin.call('GET', `/reports/${id}`)).body.replies.map(
          ({ text }: { text: string }) => text,
        );
      expect(await replies()).toEqual(['Tim BPBD sudah berangkat.']);

      // Read, and sent after all; the network swallows the server's word, and the officer presses again and again.
      await news.getByRole('button', { name: 'Sudah saya baca' }).click();
      let isCut = false;
      await sari.route('**/replies', async (route) => {
        const response = await route.fetch();
        if (isCut || response.status() !== 202) return route.fulfill({ response });
        isCut = true;
        await route.abort();
      });
      await replyField(sari).press('Control+Enter');
      await eventually('the answer', async () => (await replies()).length === 2);
      await replyField(sari).press('Control+Enter');
      await eventually('an empty field', async () => (await replyField(sari).inputValue()) === '');
      expect(await replies()).toEqual(['Tim BPBD sudah berangkat.', 'Kami cek ke lokasi.']);
      await eventually('both on the phone', async () => sentTexts().includes('Kami cek ke lokasi.'));
      expect(sentTexts().filter((text) => text === 'Kami cek ke lokasi.')).toHaveLength(1);
      await sari.unroute('**/replies');
    },
    A_FEW_MINUTES,
  );
});

journey('an officer whose answer may not have arrived', () => {
  it(
    'finds it, sends it again only when sure, and loses neither files nor last words unseen',
    () => loseNothing({ system, page: sari, send, open, sentTexts }),
    A_FEW_MINUTES,
  );
});

journey('an admin and an ordinary number', () => {
  it(
    'connect, pair, break and mend it, and see each of it',
    async () => {
      await sari.goto(`${system.api.url}/inbox/koneksi`);
      await sari.getByRole('button', { name: 'Tambah koneksi' }).click();
      await sari.getByRole('button', { name: 'WhatsApp Web' }).click();
      await sari.getByLabel('Saya paham').check();
      await sari.getByRole('button', { name: 'Simpan' }).click();
      const card = sari.getByRole('listitem', { name: /WhatsApp Web/ });
      const code = card.getByRole('img', { name: 'Kode QR untuk menautkan akun' });
      const isHealthy = () => card.getByText('Sehat', { exact: true }).waitFor({ timeout: 60_000 });
      await code.waitFor({ timeout: 60_000 });
      await system.phone.scan();
      await isHealthy();
      system.phone.becomes('UNPAIRED');
      await card.getByText('Perlu izin ulang', { exact: true }).waitFor({ timeout: 60_000 });
      await code.waitFor({ timeout: 60_000 });
      await system.phone.scan();
      await isHealthy();
      system.phone.receive({ from: '628120000001@c.us', name: 'Ratna', body: 'Pipa bocor di Gang Melati' });
      await sari.goto(`${system.api.url}/inbox/`);
      await sari.getByRole('link', { name: 'Pipa bocor di Gang Melati' }).first().waitFor();
    },
    2 * A_FEW_MINUTES,
  );
});

journey('an admin and a program', () => {
  it(
    'hands out a token that is shown once, sees its use, and takes it back',
    () => handOutToken(sari, system.api.url),
    A_FEW_MINUTES,
  );
});

journey('an admin and words of the region', () => {
  it(
    'teach a name after seeing which place it finds',
    () => teachPlaces(sari, system.api.url),
    A_FEW_MINUTES,
  );

  it(
    'teach a word after seeing what it changes, and take it out of use',
    () => teachWords(sari, system.api.url),
    A_FEW_MINUTES,
  );
});

journey('an officer and what the classifier alone cannot settle', () => {
  it(
    'confirms an unsure report, joins two of one incident, undoes it, answers both at once',
    () => settleIncident({ page: sari, address: system.api.url, send, open, idsOf, sentTexts, answer }),
    A_FEW_MINUTES,
  );
});

journey('an admin and what the classifier learns', () => {
  it(
    'train a model, watch it, put it in force and go back, seeing what it learns from',
    () => followModel(system, sari, send),
    4 * A_FEW_MINUTES,
  );
});

journey('an admin who sets the house in order', () => {
  it(
    'changes the calendar, sees who did, how the system is, and what a number stands for',
    () => setUpTheHouse(sari, system.api.url),
    A_FEW_MINUTES,
  );
});

journey('every page of these journeys', () => {
  it('has run without an error', () => {
    expect(system.people.problems.filter((problem) => !problem.includes('Failed to load resource'))).toEqual(
      [],
    );
  });
});
