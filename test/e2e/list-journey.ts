import { expect } from '@jest/globals';
import type { Page } from 'playwright-core';
import { seriousFaults } from '../support/accessibility.js';
import { eventually } from '../support/eventually.js';

const rowsOf = (page: Page) => page.getByRole('list', { name: 'Daftar laporan' });
const focused = (page: Page) => page.locator(':focus');

/** A report comes in while the pointer is on a row of a short list: the row stays, and is told apart from the new one. */
export async function pointAtRow(
  page: Page,
  address: string,
  send: (text: string) => Promise<unknown>,
): Promise<void> {
  for (const street of ['Mawar', 'Melati']) await send(`Parit di Jalan ${street} meluap`);
  await page.setViewportSize({ width: 1440, height: 800 });
  await page.goto(`${address}/inbox/?q=pari`);
  const row = (words: string) => rowsOf(page).getByRole('link', { name: words });
  await page.getByText('2 laporan', { exact: true }).waitFor();
  await row('Jalan Mawar').hover();
  const place = await row('Jalan Mawar').boundingBox();
  await send('Parit di Jalan Anggrek meluap');
  await page.getByRole('button', { name: '1 laporan baru, tampilkan' }).waitFor();
  await page.getByText('3 laporan', { exact: true }).waitFor();
  expect(await row('Jalan Mawar').boundingBox()).toEqual(place);
  await page.mouse.move(1_200, 700);
  await eventually('the new one at the top', async () => {
    const [top, own] = [await row('Jalan Anggrek').boundingBox(), await row('Jalan Mawar').boundingBox()];
    return top !== null && own !== null && own.y > (place?.y ?? 0) && top.y < own.y;
  });
}

/** Filters that no row tells are seen beside the list, one press each, and all at once where nothing is found. */
export async function takeFiltersAway(page: Page, address: string): Promise<void> {
  await page.goto(`${address}/inbox/?q=pari&stars=2&legalHold=true&incidentId=${crypto.randomUUID()}`);
  const active = page.getByRole('list', { name: 'Saringan yang berlaku' });
  await active.getByRole('button', { name: 'Hapus saringan: Laporan sekejadian' }).waitFor();
  expect(await active.getByRole('button').count()).toBe(3);
  expect(await seriousFaults(page, 'filters in use')).toEqual([]);
  await active.getByRole('button', { name: 'Ditahan secara hukum' }).click();
  await eventually('two filters', async () => (await active.getByRole('button').count()) === 2);
  expect(await focused(page).getAttribute('aria-label')).toBe('Saringan, 2 berlaku');
  await page.getByRole('button', { name: 'Hapus saringan', exact: true }).click();
  await active.waitFor({ state: 'detached' });
  await rowsOf(page).getByRole('link').first().waitFor();
  expect(await focused(page).getAttribute('aria-label')).toBe('Saringan');
}

/** A view that all see gets another name, and goes only after a question. */
export async function keepView(page: Page, address: string): Promise<void> {
  await page.goto(`${address}/inbox/?q=pari`);
  const dialog = page.getByRole('dialog');
  await page.getByRole('button', { name: 'Simpan tampilan ini' }).click();
  await dialog.getByLabel('Nama tampilan').fill('Parit');
  await dialog.getByLabel('Bagikan kepada semua rekan').check();
  await dialog.getByRole('button', { name: 'Simpan' }).click();
  await page.getByRole('button', { name: 'Ubah tampilan Parit' }).click();
  await dialog.getByLabel('Nama tampilan').fill('Parit kota');
  await dialog.getByRole('button', { name: 'Simpan' }).click();
  const opener = page.getByRole('button', { name: 'Ubah tampilan Parit kota' });
  for (const isMeant of [false, true]) {
    await opener.click();
    await dialog.getByRole('button', { name: 'Hapus tampilan' }).click();
    await dialog.getByText('juga bagi semua rekan').waitFor();
    await dialog.locator(':focus').waitFor();
    expect(await seriousFaults(page, 'the end of a view')).toEqual([]);
    if (isMeant) await dialog.getByRole('button', { name: 'Hapus tampilan' }).click();
    else await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    expect(await opener.count()).toBe(isMeant ? 0 : 1);
  }
}

/** Whoever dictates switches the single keys off; the palette goes on, and offers only what does something here. */
export async function doWithoutKeys(page: Page, address: string): Promise<void> {
  const help = page.getByRole('dialog', { name: 'Pintasan papan ketik' });
  const switchKeys = async () => {
    await page.getByRole('button', { name: 'Pintasan papan ketik' }).click();
    await help.getByRole('switch', { name: 'Tombol tunggal' }).click();
    await page.keyboard.press('Escape');
    await help.waitFor({ state: 'detached' });
  };
  const isSearching = () =>
    page.getByRole('search').evaluate((form) => form.contains(form.ownerDocument.activeElement));
  await page.goto(`${address}/inbox/?q=pari`);
  await switchKeys();
  await page.keyboard.press('/');
  expect(await isSearching()).toBe(false);
  await switchKeys();
  await page.keyboard.press('/');
  await eventually('the search', isSearching);
  const offered = page.getByRole('option', { name: 'Pilih laporan' });
  await page.keyboard.press('Control+k');
  await offered.click();
  await page.getByRole('group', { name: 'Laporan yang dipilih' }).waitFor();
  await page.goto(`${address}/inbox/ikhtisar`);
  await page.getByRole('heading', { name: 'Ikhtisar' }).waitFor();
  await page.keyboard.press('Control+k');
  await page.getByRole('option', { name: 'Ikhtisar' }).first().waitFor();
  expect(await offered.count()).toBe(0);
}
