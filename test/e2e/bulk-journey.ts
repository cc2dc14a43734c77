import { expect } from '@jest/globals';
import type { Page } from 'playwright-core';
import { seriousFaults } from '../support/accessibility.js';

/** What can be done with many, and what each asks for. */
const ACTIONS = {
  'Ubah status': 'Menjadi',
  'Disposisi ke instansi': 'Menjadi',
  Tugaskan: 'Menjadi',
  'Tetapkan kelas': 'Menjadi',
  'Tambah label': 'Label',
  'Ingatkan nanti': 'Menjadi',
};

/** An officer chooses rows, looks at each action, and closes all that a search finds; what is closed already says so. */
export async function changeMany(page: Page, address: string, closedId: string): Promise<void> {
  await page.goto(`${address}/inbox/?q=lampu`);
  const bar = page.getByRole('group', { name: 'Laporan yang dipilih' });
  const dialog = page.getByRole('dialog', { name: 'Ubah sekaligus' });
  const act = bar.getByRole('button', { name: 'Ubah sekaligus' });
  await page.getByRole('button', { name: 'Pilih', exact: true }).click();
  expect(await act.isDisabled()).toBe(true);
  await page
    .getByRole('checkbox', { name: /^Pilih / })
    .first()
    .check();
  await bar.getByText('1 dipilih').waitFor();
  await act.click();
  for (const [action, field] of Object.entries(ACTIONS)) {
    await dialog.getByLabel('Tindakan').selectOption({ label: action });
    const asked = dialog.getByLabel(field).first();
    await asked.waitFor();
    if (field === 'Menjadi') expect(await asked.locator('option').count()).toBeGreaterThan(1);
    expect(await dialog.getByRole('button', { name: 'Jalankan' }).isDisabled()).toBe(true);
  }
  expect(await seriousFaults(page, 'many at once')).toEqual([]);
  await dialog.getByRole('button', { name: 'Batal' }).click();
  await dialog.waitFor({ state: 'detached' });

  await bar.getByRole('button', { name: 'Semua yang cocok' }).click();
  await bar.getByText('Semua yang cocok dengan saringan').waitFor();
  await act.click();
  await dialog.getByLabel('Tindakan').selectOption({ label: 'Ubah status' });
  await dialog.getByLabel('Menjadi').selectOption({ label: 'Belum ditindaklanjuti' });
  expect(await dialog.getByRole('button', { name: 'Jalankan' }).isDisabled()).toBe(true);
  await dialog.getByRole('checkbox', { name: 'Ya, ubah 3 laporan' }).check();
  await dialog.getByRole('button', { name: 'Jalankan' }).click();
  const progress = page.getByRole('region', { name: 'Kemajuan perubahan' });
  await progress.getByText('2 diubah, 0 memang sudah begitu, 1 ditolak').waitFor();
  await progress.getByText('1 ditolak: lihat alasannya').click();
  await progress.getByRole('listitem').getByText('Perubahan status ini tidak diperbolehkan.').waitFor();
  const refused = progress.getByRole('listitem').filter({ hasText: 'tidak diperbolehkan' });
  expect(await refused.getByRole('link').getAttribute('href')).toContain(closedId);
  expect(await seriousFaults(page, 'what was refused')).toEqual([]);
  // It is there again after the page was loaded anew, with the way back.
  await page.reload();
  await progress.getByText('2 diubah: lihat yang mana').click();
  await progress.getByRole('listitem').nth(1).waitFor();
  await progress.getByRole('button', { name: 'Urungkan' }).click();
  await progress.getByText('2 diubah, 0 memang sudah begitu, 0 ditolak').waitFor();
  await progress.getByRole('button', { name: 'Tutup' }).click();
  await progress.waitFor({ state: 'detached' });
}
