import { expect } from '@jest/globals';
import type { Page } from 'playwright-core';
import { seriousFaults } from '../support/accessibility.js';

/** What an admin does with a word that only this region has: sees what it would change, saves it, takes it out of use. */
export async function teachWords(page: Page, address: string): Promise<void> {
  await page.goto(`${address}/inbox/kamus`);
  await page.getByRole('button', { name: 'Tambah ejaan' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Yang ditulis warga').fill('Krowak');
  await dialog.getByLabel('Dibaca sebagai').fill('jalan krowak');
  await dialog.getByRole('button', { name: 'Simpan' }).click();
  await dialog.getByRole('alert').getByText('berputar').waitFor();
  await dialog.getByLabel('Dibaca sebagai').fill('jalan berlubang');
  await dialog.getByLabel('Kalimat percobaan').fill('Krowak blm diurus dinas');
  await dialog.getByRole('button', { name: 'Coba' }).click();
  const after = dialog.getByRole('region', { name: 'Sesudah' });
  await after.getByText('Topik: Jalan rusak').waitFor();
  expect(await after.locator('mark').allTextContents()).toEqual(['jalan', 'berlubang']);
  expect(await seriousFaults(page, 'new spelling')).toEqual([]);
  await dialog.getByRole('button', { name: 'Simpan' }).click();
  const entry = page.getByRole('listitem', { name: 'krowak' });
  await entry.getByText('→ jalan berlubang').waitFor();
  await entry.getByRole('button', { name: 'Nonaktifkan krowak' }).click();
  await entry.waitFor({ state: 'detached' });
  await page.getByRole('switch', { name: 'Yang dinonaktifkan' }).check();
  await entry.getByRole('button', { name: 'Aktifkan lagi krowak' }).waitFor();
}

/** What an admin does with a name that only people here use for a place. */
export async function teachPlaces(page: Page, address: string): Promise<void> {
  await page.goto(`${address}/inbox/nama-tempat`);
  await page.getByRole('button', { name: 'Tambah nama' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Sebutan warga').fill('Kota Lama');
  await dialog.getByRole('combobox', { name: 'Wilayah yang dimaksud' }).fill('bengalon');
  await page.getByRole('option', { name: 'Kecamatan Bengalon, Kutai Timur' }).click();
  await dialog.getByLabel('Kalimat percobaan').fill('Jembatan di Kota Lama rusak');
  await dialog.getByRole('button', { name: 'Coba' }).click();
  const after = dialog.getByRole('region', { name: 'Sesudah' });
  await after.getByText('Bengalon, Kutai Timur, Kalimantan Timur').waitFor();
  expect(await seriousFaults(page, 'new name')).toEqual([]);
  await dialog.getByRole('button', { name: 'Simpan' }).click();
  const entry = page.getByRole('listitem', { name: 'Kota Lama' });
  await entry.getByText('→ Bengalon, Kutai Timur').waitFor();
  await entry.getByRole('button', { name: 'Nonaktifkan Kota Lama' }).click();
  await entry.waitFor({ state: 'detached' });
  await page.locator('input[type=file]').setInputFiles({
    name: 'nama.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from('nama,kode\nPasar Induk,64.08.09\nAntah,99.99\n'),
  });
  const told = page.getByRole('status').filter({ hasText: '1 entri disimpan, 1 ditolak.' });
  await told.getByText('Baris 3, “Antah”: Wilayah ini tidak ada dalam daftar.').waitFor();
  await page.getByRole('listitem', { name: 'Pasar Induk' }).waitFor();
}
