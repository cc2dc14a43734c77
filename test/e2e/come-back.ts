import { expect } from '@jest/globals';
import type { Page } from 'playwright-core';
import { ADMIN } from '../support/first-admin.js';

const KEPT = `Promise.all((await caches.keys()).map(async (name) => (await caches.open(name)).keys()))
  .then((requests) => requests.flat().map(({ url }) => new URL(url).pathname))`;

/** An officer signs in, comes back, loses the network and finds it again. */
export async function comeBack(page: Page, address: string): Promise<void> {
  const overview = page.getByRole('navigation').getByRole('link', { name: 'Ikhtisar' });
  await page.goto(`${address}/inbox/masuk`);
  await page.evaluate('navigator.serviceWorker.ready');
  await page.getByLabel('Alamat surel').fill(ADMIN.email);
  await page.getByLabel(/^Kata sandi/).fill(ADMIN.password);
  await page.getByRole('button', { name: 'Masuk' }).click();
  await overview.waitFor();
  await page.reload();
  await overview.waitFor();

  await page.context().setOffline(true);
  await page.goto(`${address}/inbox/ikhtisar`);
  await page.getByRole('alert').getByText('Tidak dapat menghubungi server').waitFor();
  const kept = (await page.evaluate(`(async () => ${KEPT})()`)) as string[];
  expect(kept.length).toBeGreaterThan(10);
  expect(kept.filter((path) => !/^\/inbox\/(assets\/.*-[\w-]{8}\.(js|css))?$/.test(path))).toEqual([]);
  await page.context().setOffline(false);
  await page.getByRole('heading', { name: 'Ikhtisar' }).waitFor();

  // The browser thinks that it is online: nobody tells the page when the server answers again.
  await page.route('**/api/v1/session', (route) => route.abort('internetdisconnected'));
  await page.reload();
  await page.getByRole('alert').getByText('Tidak dapat menghubungi server').waitFor();
  await page.unroute('**/api/v1/session');
  await page.getByRole('heading', { name: 'Ikhtisar' }).waitFor();
}
