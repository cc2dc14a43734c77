import { expect } from '@jest/globals';
import type { Page } from 'playwright-core';
import { eventually } from '../support/eventually.js';

/** Twelve pages of the list are kept: so few rows a page leave the first ones behind after fifty rows. */
const ROWS_A_PAGE = '4';
const FAR = 64;
const REPORTS = 70;

/** An officer goes far down the list, opens a report there, comes back to it, and finds the top again. */
export async function scrollFar(
  page: Page,
  address: string,
  send: (text: string) => Promise<unknown>,
): Promise<void> {
  for (let number = 1; number <= REPORTS; number++) await send(`Bangku taman nomor ${number} patah`);
  await page.setViewportSize({ width: 1440, height: 800 });
  await page.route(/\/reports\?.*limit=50/, (route) => {
    const url = new URL(route.request().url());
    url.searchParams.set('limit', ROWS_A_PAGE);
    return route.continue({ url: url.href });
  });
  await page.goto(`${address}/inbox/?q=bangku`);
  const list = page.getByRole('list', { name: 'Daftar laporan' });
  const row = (number: number) => list.locator(`[aria-posinset="${number}"]`);
  const scroller = list.locator('..');
  const scrollTo = (top: number) => scroller.evaluate((box, to) => box.scrollTo({ top: to }), top);
  const isSeen = async (number: number) => (await row(number).count()) > 0;
  await row(1).waitFor();
  const first = await row(1).getByRole('link').getAttribute('href');

  await eventually('far down', async () => {
    await scrollTo(1_000_000);
    return isSeen(FAR);
  });
  const far = row(FAR).getByRole('link');
  await far.click();
  await page.getByRole('region', { name: 'Klasifikasi' }).waitFor();
  await page.keyboard.press('Escape');
  const hasFocus = () => far.evaluate((link) => link === link.ownerDocument.activeElement);
  await eventually('the focus on the row that was open', hasFocus);
  const place = await far.getAttribute('href');

  // The network fails once on the way back.
  await page.route(/\/reports\?/, (route) => route.abort(), { times: 1 });
  await scrollTo(0);
  const failure = page.getByRole('alert').filter({ hasText: 'Tidak dapat menghubungi server' });
  await failure.getByRole('button', { name: 'Coba lagi' }).click();
  await row(1).waitFor();
  await failure.waitFor({ state: 'detached' });
  expect(await row(1).getByRole('link').getAttribute('href')).toBe(first);
  expect(await scroller.evaluate((box) => box.scrollTop)).toBe(0);

  // Down again, page by page: the row stands where it stood, and is the one that keys go on from.
  await eventually('far down again', async () => {
    await scroller.evaluate((box) => box.scrollBy({ top: 400 }));
    return isSeen(FAR);
  });
  expect(await far.getAttribute('href')).toBe(place);
  await eventually('the focus back', hasFocus);
  await page.unroute(/\/reports\?.*limit=50/);
}
