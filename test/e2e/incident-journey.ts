import { expect } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import { seriousFaults } from '../support/accessibility.js';
import { eventually } from '../support/eventually.js';

const LEAK = 'Pipa PDAM pecah di simpang empat Munthe, air meluap ke jalan sejak tadi malam';

interface Office {
  readonly page: Page;
  readonly address: string;
  send(text: string): Promise<unknown>;
  open(page: Page, words: string): Promise<void>;
  idsOf(query: string): Promise<string[]>;
  sentTexts(): readonly string[];
  /** At another desk. */
  answer(reportId: string, text: string): Promise<unknown>;
}

/** An officer decides an unsure report, sees where a leak is, joins its two reports and answers both at once. */
export async function settleIncident({
  page,
  address,
  send,
  open,
  idsOf,
  sentTexts,
  answer,
}: Office): Promise<void> {
  await page.setViewportSize({ width: 1440, height: 900 });
  await send('Qwxz vbnm plokij');
  await send(LEAK);
  await send(`Lapor min. ${LEAK.replace('tadi malam', 'semalam')}, tolong ke 0.4915, 117.5412`);
  await page.goto(`${address}/inbox/`);
  await page.getByRole('link', { name: /^Perlu ditinjau/ }).click();
  await page.getByRole('link', { name: 'Qwxz vbnm' }).click();
  const judgement = page.getByRole('region', { name: 'Klasifikasi' }).first();
  await judgement.getByText('Perlu ditinjau').waitFor();
  await page.keyboard.press('4');
  await judgement.getByText('Ditentukan petugas').waitFor();
  await judgement.getByText('Perlu ditinjau').waitFor({ state: 'detached' });
  await eventually('an empty lane', async () => (await idsOf('unsure=true&q=qwxz')).length === 0);

  await open(page, 'Lapor min. Pipa PDAM');
  await page.getByRole('button', { name: 'Rincian' }).click();
  const incident = page.getByRole('region', { name: 'Kejadian' });
  const join = async () => {
    await incident.getByRole('listitem').getByRole('button', { name: 'Gabungkan' }).click();
    await incident.getByText('2 laporan tentang kejadian ini').waitFor();
  };
  await incident.getByText('isinya sama').waitFor();
  await incident.getByRole('button', { name: 'Bukan hal yang sama' }).click();
  await incident.getByText('Tidak ada laporan lain yang mirip.').waitFor();
  await page.getByRole('alert').getByRole('button', { name: 'Urungkan' }).click();
  await join();
  await page.getByRole('alert').getByRole('button', { name: 'Urungkan' }).click();
  await incident.getByRole('button', { name: 'Bukan hal yang sama' }).waitFor();
  await join();
  await incident.getByRole('button', { name: 'Keluarkan laporan ini' }).click();
  await incident.getByRole('button', { name: 'Bukan hal yang sama' }).waitFor();
  await page.getByRole('alert').getByRole('button', { name: 'Urungkan' }).click();
  await incident.getByText('2 laporan tentang kejadian ini').waitFor();
  const byCode = incident.getByLabel('Gabungkan dengan kode laporan');
  await byCode.fill('AAA-AAAA');
  await byCode.press('Enter');
  await incident.getByText('Tidak ada laporan dengan kode ini.').waitFor();
  const place = page.getByRole('combobox', { name: 'Cari tempat' });
  await place.fill('sepaso tim');
  await page.getByRole('option', { name: 'Desa/Kel. Sepaso Timur, Bengalon' }).click();
  await page.getByText('Sepaso Timur, Bengalon, Kutai Timur, Kalimantan Timur').first().waitFor();
  expect(await place.inputValue()).toBe('');
  const where = page.getByRole('region', { name: 'Peta', exact: true });
  await where.getByText('0.4915, 117.5412').waitFor();
  await where.scrollIntoViewIfNeeded();
  await where.locator('path.map-land:not(.map-neighbour)').waitFor();
  expect(await seriousFaults(page, 'map of a report')).toEqual([]);
  await incident.getByRole('button', { name: 'Jawab semua pelapor' }).click();
  const dialog = page.getByRole('dialog', { name: 'Jawab semua pelapor' });
  const field = dialog.getByLabel('Jawaban');
  await field.fill('Yth. {instansi}');
  await dialog.getByText('Isi dahulu: {instansi}').first().waitFor();
  await field.fill('Pipa diperbaiki sore ini. {kode}');
  // Escape loses nothing, and gives the focus back.
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  const opener = incident.getByRole('button', { name: 'Jawab semua pelapor' });
  await eventually('focus on the opener', () => hasFocus(opener));
  await opener.click();
  expect(await field.inputValue()).toBe('Pipa diperbaiki sore ini. {kode}');
  // One of them is answered at another desk meanwhile: nothing is sent, and who was answered is left out.
  const [answered] = await idsOf('q=Lapor%20min');
  await answer(answered ?? '', 'Petugas sudah di lokasi.');
  await dialog.getByRole('button', { name: 'Kirim ke 2 pelapor' }).click();
  await dialog.getByText('Baru saja dijawab oleh').waitFor();
  expect(sentTexts().filter((text) => text.startsWith('Pipa diperbaiki'))).toEqual([]);
  expect(await field.inputValue()).toBe('Pipa diperbaiki sore ini. {kode}');
  await dialog.getByRole('button', { name: 'Kirim ke 1 pelapor' }).waitFor();
  await dialog.getByRole('checkbox', { checked: false }).check();
  await dialog.getByRole('button', { name: 'Kirim ke 2 pelapor' }).click();
  await eventually('both in line', async () => (await dialog.getByText('Masuk antrean').count()) === 2);
  expect(await seriousFaults(page, 'answer to all')).toEqual([]);
  await eventually('focus on what closes it', () =>
    hasFocus(dialog.getByRole('button', { name: 'Tutup' }).last()),
  );
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  await eventually('focus back in the report', () => hasFocus(opener));
  await eventually('two answers', async () => {
    const texts = sentTexts().filter((text) => /^Pipa diperbaiki sore ini\. \w{3}-\w{4}$/.test(text));
    return new Set(texts).size === 2;
  });
}

const hasFocus = (element: Locator): Promise<boolean> =>
  element.evaluate((one) => one === one.ownerDocument.activeElement);
