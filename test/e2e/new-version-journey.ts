import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect } from '@jest/globals';
import type { Page } from 'playwright-core';
import { eventually } from '../support/eventually.js';

/** An officer is writing when a new build is put in place: it is offered, taken when asked, and the words are still there. */
export async function takeNewVersion(page: Page, screens: string, reportAddress: string): Promise<void> {
  const build = () => page.locator('html').getAttribute('data-build');
  const offer = page.getByRole('status').filter({ hasText: 'Versi baru Wadah sudah siap.' });
  const field = page.getByRole('form', { name: 'Balasan' }).getByRole('textbox');
  await page.evaluate('navigator.serviceWorker.ready');
  await page.goto(reportAddress);
  await eventually('the first version in charge', () =>
    page.evaluate('navigator.serviceWorker.controller !== null'),
  );
  await field.fill('Petugas taman sedang ');

  await change(path.join(screens, 'index.html'), '<html', '<html data-build="next"');
  await change(path.join(screens, 'sw.js'), /version\\":\\"/, '$&next-');
  await page.evaluate('navigator.serviceWorker.getRegistration().then((known) => known.update())');
  await offer.waitFor();
  await field.pressSequentially('ke sana');
  expect(await build()).toBeNull();
  await offer.getByRole('button', { name: 'Muat ulang' }).click();
  await eventually('the new version', async () => (await build()) === 'next');
  await eventually('the words', async () => (await field.inputValue()) === 'Petugas taman sedang ke sana');
  expect(await offer.count()).toBe(0);
}

async function change(file: string, from: string | RegExp, to: string): Promise<void> {
  const text = await readFile(file, 'utf8');
  const changed = text.replace(from, to);
  if (changed === text) throw new Error(`${file} is not as expected`);
  await writeFile(file, changed);
}
