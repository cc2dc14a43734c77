import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { makeDataFolder, startInstallation, type Installation } from '../support/installation.js';
import { becomeAdmin, People } from '../support/people.js';
import { startTelegramDouble, type TelegramDouble } from '../support/telegram-double.js';
import { startXDouble, type XDouble } from '../support/x-double.js';

let people: People;
let folder: Awaited<ReturnType<typeof makeDataFolder>>;
let wadah: Installation;
let officer: Page;
let telegram: TelegramDouble;
let x: XDouble;

beforeAll(async () => {
  [people, folder, telegram, x] = await Promise.all([
    People.arrive(),
    makeDataFolder(),
    startTelegramDouble(),
    startXDouble({ handle: 'PemkabContoh' }),
  ]);
  wadah = await startInstallation(folder.path);
  officer = await people.officer();
  await becomeAdmin(officer, wadah.adminLink);
});

afterAll(async () => {
  await people.leave();
  await wadah.stop();
  await Promise.all([telegram.stop(), x.stop(), folder.remove()]);
});

/** Over the navigation, as an officer goes: nothing is loaded anew. */
const goTo = (name: string) => officer.getByRole('navigation').getByRole('link', { name }).first().click();

/** The row that has these words, which was not there when the officer opened the list. */
async function openArrival(words: string): Promise<void> {
  // An urgent report stands above the list, too.
  const row = officer.getByRole('list', { name: 'Daftar laporan' }).getByRole('link', { name: words });
  await row.waitFor();
  await row.click();
  await officer.getByRole('region', { name: 'Klasifikasi' }).waitFor();
}

/** Keeps the server's answers from the officer's page until they are released. */
async function holdAnswers(address: string): Promise<{ release(): void }> {
  let release = (): void => undefined;
  const released = new Promise<void>((resolve) => (release = resolve));
  await officer.route(address, async (route) => {
    const response = await route.fetch();
    await released;
    await route.fulfill({ response });
  });
  return { release };
}

async function answer(text: string): Promise<void> {
  const box = officer.getByRole('form', { name: 'Balasan' });
  await box.getByRole('textbox').fill(text);
  await box.getByRole('button', { name: 'Kirim' }).click();
}

const replyIs = (text: string, state: string) =>
  officer.getByRole('listitem').filter({ hasText: text }).getByText(state, { exact: true }).waitFor();

async function connect(channel: string, fill: () => Promise<void>): Promise<void> {
  await goTo('Koneksi');
  await officer.getByRole('button', { name: 'Tambah koneksi' }).click();
  await officer.getByRole('button', { name: channel }).click();
  await fill();
  await officer.getByRole('button', { name: 'Simpan' }).click();
  const card = officer.getByRole('listitem', { name: channel });
  await card.getByText('Sehat', { exact: true }).waitFor();
}

describe('from a citizen’s message to the answer that they read', () => {
  it('through the public form: appears by itself, is corrected with one key, answered, read', async () => {
    const citizen = await people.citizen();
    await citizen.goto(`${wadah.address}/lapor`);
    await citizen
      .getByLabel('Apa yang ingin Anda sampaikan?')
      .fill('Jembatan kayu di Sepaso lapuk dan bolong');
    await citizen.getByLabel('Nama Anda').fill('Ibu Rina');
    await citizen.getByRole('button', { name: 'Kirim laporan' }).click();
    const ticket = await citizen.locator('#ticket-code').innerText();

    await openArrival('Jembatan kayu di Sepaso');
    await officer.getByRole('article', { name: `Laporan ${ticket}` }).waitFor();
    await officer.getByRole('button', { name: 'Pengaduan', pressed: true }).waitFor();
    const correction = await holdAnswers('**/api/v1/reports/*/class');
    await officer.keyboard.press('2');
    await officer.getByText('Ditentukan petugas').first().waitFor();
    await officer.getByRole('button', { name: 'Aspirasi', pressed: true }).waitFor();

    // The officer is quicker than the network: their own correction must not stand in the answer's way.
    await answer('Terima kasih, tim kami memeriksa jembatan besok pagi.');
    correction.release();
    await replyIs('memeriksa jembatan besok pagi', 'Sampai');
    await citizen.getByRole('button', { name: 'Lihat laporan saya' }).click();
    expect(await citizen.locator('li.answer').innerText()).toContain(
      'tim kami memeriksa jembatan besok pagi',
    );
    await replyIs('memeriksa jembatan besok pagi', 'Dibaca');
  });

  it('with personal data masked until the officer looks, its topic put right, and 112 first where lives are at stake', async () => {
    const citizen = await people.citizen();
    await citizen.goto(`${wadah.address}/lapor`);
    await citizen
      .getByLabel('Apa yang ingin Anda sampaikan?')
      .fill('Lampu jalan di Bengalon padam, NIK saya 6408044505909999');
    await citizen.getByRole('button', { name: 'Kirim laporan' }).click();
    await openArrival('padam, NIK saya [NIK 1]');
    await officer.getByRole('log').getByText('NIK saya [NIK 1]').waitFor();
    await officer.getByRole('button', { name: 'Perlihatkan' }).click();
    await officer.getByRole('log').getByText('NIK saya 6408044505909999').waitFor();
    await officer.getByRole('button', { name: 'Samarkan lagi' }).click();
    await officer.getByRole('log').getByText('NIK saya [NIK 1]').waitFor();
    await officer.getByRole('button', { name: 'Rincian' }).click();
    await officer.getByRole('region', { name: 'Riwayat' }).getByText('Data pribadi diperlihatkan').waitFor();

    const facts = officer.getByRole('region', { name: 'Topik, instansi, tempat' });
    await facts.getByText('Bengalon, Kutai Timur, Kalimantan Timur').waitFor();
    await facts.getByRole('combobox', { name: 'Topik' }).click();
    await officer.getByRole('option', { name: 'Listrik' }).click();
    await facts.getByText('Wewenang PT PLN (Persero) Unit Layanan Pelanggan Sangatta').waitFor();
    await facts.getByRole('button', { name: 'Tandai bukan wewenang' }).click();
    const dialog = officer.getByRole('dialog');
    const pln = 'PT PLN (Persero) Unit Layanan Pelanggan Sangatta';
    expect(await dialog.getByLabel('Yang berwenang').inputValue()).toBe(pln);
    expect(await dialog.getByLabel('Balasan kepada warga').inputValue()).toContain(
      `${pln}. Silakan hubungi: PLN 123`,
    );
    await dialog.getByRole('button', { name: 'Bukan wewenang' }).click();
    await facts.getByRole('button', { name: 'Tandai bukan wewenang' }).waitFor({ state: 'hidden' });
    await citizen.getByRole('button', { name: 'Lihat laporan saya' }).click();
    await citizen.getByText(`Yang berwenang: ${pln}`).waitFor();
    await citizen.locator('li.answer').getByText('Hal ini bukan wewenang kami').waitFor();

    await citizen.goto(`${wadah.address}/lapor`);
    await citizen
      .getByLabel('Apa yang ingin Anda sampaikan?')
      .fill('Tolong cepat! Kebakaran di belakang pasar, api membesar, ada orang terjebak sekarang juga!');
    await citizen.getByRole('button', { name: 'Kirim laporan' }).click();
    const urgent = officer.getByRole('region', { name: 'Laporan darurat' });
    await urgent.getByRole('link', { name: 'Kebakaran di belakang pasar' }).click();
    await officer.getByRole('link', { name: 'Telepon 112' }).waitFor();
  });

  it('through Telegram', async () => {
    await connect('Telegram', async () => {
      await officer.getByLabel('Token bot').fill(telegram.settings.botToken);
      await officer.getByRole('button', { name: 'Pengaturan lanjutan' }).click();
      await officer.getByLabel('Alamat Bot API').fill(telegram.settings.apiRoot);
      await officer.getByRole('button', { name: 'Uji', exact: true }).click();
      await officer.getByRole('region', { name: 'Hasil uji' }).getByText('Sehat').waitFor();
    });
    await goTo('Kotak masuk');
    const budi = { id: 77_001, firstName: 'Budi' };
    const { messageId } = await telegram.sendPrivateText(budi, 'Kapan jadwal posyandu di Teluk Lingga?');
    await openArrival('posyandu di Teluk Lingga');
    await officer.getByRole('button', { name: 'Permintaan informasi', pressed: true }).waitFor();
    const recorded = await holdAnswers('**/api/v1/reports/*/replies');
    await answer('Posyandu setiap tanggal 10, pukul 8 pagi.');
    const reply = await telegram.waitForReply();
    expect(reply).toMatchObject({ chatId: '77001', text: 'Posyandu setiap tanggal 10, pukul 8 pagi.' });
    expect(reply.replyToMessageId).toBe(messageId);
    await replyIs('Posyandu setiap tanggal 10', 'Terkirim');
    // The platform is quicker than the network: what the server said before must not hide what has come since.
    const shown = officer.waitForResponse('**/api/v1/reports/counts*');
    recorded.release();
    await shown;
    await replyIs('Posyandu setiap tanggal 10', 'Terkirim');
  });

  it('through X', async () => {
    await connect('X', async () => {
      const { apiKey, apiSecret, accessToken, accessSecret, endpoint } = x.settings;
      await officer.getByLabel('API key').fill(apiKey);
      await officer.getByLabel('API secret').fill(apiSecret);
      await officer.getByLabel('Access token *', { exact: true }).fill(accessToken);
      await officer.getByLabel('Access token secret').fill(accessSecret);
      await officer.getByLabel('Jeda antarpemeriksaan').fill('15');
      await officer.getByRole('button', { name: 'Pengaturan lanjutan' }).click();
      await officer.getByLabel('Alamat server uji').fill(endpoint);
    });
    await goTo('Kotak masuk');
    const { id } = x.sendMention({
      text: '@PemkabContoh lampu jalan Yos Sudarso mati semua',
      handle: 'warga_ys',
    });
    await openArrival('lampu jalan Yos Sudarso mati');
    await officer.getByText('Terbuka: balasan ini dapat dibaca siapa saja.').waitFor();
    await answer('Siap, petugas PJU menuju lokasi.');
    const tweet = await x.waitForTweet();
    expect(tweet.inReplyTo).toBe(id);
    await replyIs('petugas PJU menuju lokasi', 'Terkirim');
  });

  it('without a fault in any page', () => {
    expect(people.problems).toEqual([]);
  });
});

describe('the connections page', () => {
  it('shows an event that could not be read, with the reason', async () => {
    telegram.sendUpdate({ message: { message_id: 5, date: 1, chat: 'broken' } });
    await goTo('Koneksi');
    const card = officer.getByRole('listitem', { name: 'Telegram' });
    await card.getByText('Karantina (1)').click();
    await officer.getByText('Alasan: payload-unrecognised').waitFor();
    await officer.keyboard.press('Escape');
  });

  it('shows a token that was revoked, and its mending', async () => {
    telegram.failNext('getUpdates', {
      status: 401,
      body: { ok: false, error_code: 401, description: 'Unauthorized' },
    });
    const card = officer.getByRole('listitem', { name: 'Telegram' });
    await telegram.sendPrivateText({ id: 77_002, firstName: 'Siti' }, 'Halo min');
    await card.getByText('Perlu izin ulang', { exact: true }).waitFor({ timeout: 60_000 });
    await card.getByText('Sehat', { exact: true }).waitFor({ timeout: 60_000 });
  });
});
