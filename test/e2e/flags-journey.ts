import { expect } from '@jest/globals';
import type { Page } from 'playwright-core';
import type { ApiClient } from '../support/api-client.js';
import { eventually } from '../support/eventually.js';

const FLAGS = {
  supervisory: 'Berkadar pengawasan',
  publicRecord: /^Permohonan informasi publik/,
  urgent: 'Mendesak',
};

/** An officer sets each flag of the open report and takes it back; with danger to life 112 stands above all. */
export async function flagReport(page: Page, admin: ApiClient, id: string): Promise<void> {
  await page.setViewportSize({ width: 1600, height: 900 });
  const header = page.getByRole('article').locator('header');
  const emergency = page.getByRole('alert').filter({ hasText: 'pastikan 112 sudah tahu' });
  const stored = async () => (await admin.call('GET', `/reports/${id}`)).body.flags;
  for (const [flag, name] of Object.entries(FLAGS)) {
    const control = page.getByRole('switch', { name });
    expect(await control.isChecked()).toBe(false);
    await control.click({ force: true });
    await eventually(`${flag} stored`, async () => (await stored())[flag] === true);
    await header.getByText(name).first().waitFor();
    if (flag === 'urgent') await emergency.getByRole('link', { name: 'Telepon 112' }).waitFor();
    else expect(await emergency.count()).toBe(0);
    expect(await control.isChecked()).toBe(true);
  }
  expect(await stored()).toEqual({ supervisory: true, publicRecord: true, urgent: true });
  await page.getByRole('switch', { name: FLAGS.urgent }).click({ force: true });
  await page.getByText('Tanda dilepas: Mendesak').waitFor();
  await page.getByRole('button', { name: 'Urungkan' }).click();
  await emergency.waitFor();
  expect((await stored()).urgent).toBe(true);
  await page.getByRole('switch', { name: FLAGS.urgent }).click({ force: true });
  await emergency.waitFor({ state: 'detached' });
  await eventually('no danger any more', async () => (await stored()).urgent === false);
  expect(await stored()).toEqual({ supervisory: true, publicRecord: true, urgent: false });
}
