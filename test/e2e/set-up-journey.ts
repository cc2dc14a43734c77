import type { Page } from 'playwright-core';

/** What an admin does who sets the house in order: the calendar, who changed it, how the system is, what it comes to. */
export async function setUpTheHouse(page: Page, address: string): Promise<void> {
  const open = (path: string) => page.goto(`${address}/inbox/${path}`);
  await open('tenggat');
  await page.getByLabel('Tanggal', { exact: false }).first().fill('2026-12-31');
  await page.getByLabel(/^Nama/).fill('Hari jadi kabupaten');
  await page.getByRole('button', { name: 'Tambah hari' }).click();
  await page.getByRole('button', { name: /^Hapus Hari jadi kabupaten/ }).waitFor();
  await page.getByRole('button', { name: 'Simpan' }).click();
  await page.getByRole('dialog').getByRole('button').last().click();
  await page.getByText('Tersimpan. Tenggat laporan terbuka sedang dihitung ulang.').waitFor();

  await open('catatan');
  await page.getByLabel('Hal', { exact: true }).selectOption({ label: 'Tenggat dan kalender' });
  const [entry, download] = [
    page.getByRole('list', { name: 'Tindakan' }).getByRole('listitem').first(),
    page.waitForEvent('download'),
  ];
  await entry.getByText('Sari').waitFor();
  await page.getByRole('button', { name: 'Unduh CSV' }).click();
  await (await download).path();

  await open('kesehatan');
  await page.getByText('Semua berjalan sebagaimana mestinya.').waitFor();
  await page
    .getByRole('rowheader', { name: /^Worker/ })
    .first()
    .waitFor();

  await open('ikhtisar');
  const unanswered = page
    .getByRole('heading', { name: 'Belum dijawab sekarang' })
    .locator('..')
    .getByRole('link');
  const count = await unanswered.innerText();
  await unanswered.click();
  await page
    .getByRole('region', { name: 'Kotak masuk' })
    .getByText(`${count} laporan`, { exact: true })
    .waitFor();
}
