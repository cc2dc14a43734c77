import { expect } from '@jest/globals';
import type { Page } from 'playwright-core';
import { seriousFaults } from '../support/accessibility.js';
import { eventually } from '../support/eventually.js';
import type { InboxSystem } from '../support/inbox-system.js';

const A_TRAINING_MS = 120_000;
const NAMES = ['anggrek', 'bawal', 'cempaka', 'durian', 'enau', 'gaharu'];
/** No spam for the model that ships. */
const sells = (name: string) =>
  `Kebun ${name} kami mulai memanen sengon, silakan mampir ke rumah panen di tepi sungai`;

/** What an admin does on the page about the model, from the first corrections until everything is as it was. */
export async function followModel(
  system: InboxSystem,
  page: Page,
  send: (text: string) => Promise<unknown>,
): Promise<void> {
  const reportOf = async (name: string) => {
    const { items } = (await system.admin.call('GET', `/reports?q=sengon+${name}`)).body;
    return items[0] as { id: string; class: string; version: number } | undefined;
  };
  for (const name of NAMES) {
    await send(sells(name));
    const { id, version } = await eventually(name, () => reportOf(name));
    await system.admin.call('POST', `/reports/${id}/class`, { class: 'spam', version });
  }
  await page.goto(`${system.api.url}/inbox/model`);
  await page.getByLabel(/^Paling sedikit keputusan baru/).fill('3');
  await page.getByLabel(/^Pesan yang diamati/).fill('1');
  await page.getByRole('button', { name: 'Simpan' }).click();
  await page.getByText('Tersimpan').waitFor();
  const wrong = page.getByRole('list', { name: 'Keputusan petugas' }).getByRole('switch').first();
  // It moves when the server has said so.
  await wrong.click();
  await page.getByText('Dikeluarkan oleh Sari').waitFor();

  const confirm = async (name: string | RegExp) => {
    await page.getByRole('button', { name }).click();
    await page.getByRole('dialog').getByRole('button').last().click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  };
  await confirm('Latih sekarang');
  const candidate = page.getByRole('region', { name: /^Calon/ });
  await candidate.getByText('0 dari 1 pesan').waitFor({ timeout: A_TRAINING_MS });
  expect(await candidate.getByRole('button', { name: 'Berlakukan' }).isDisabled()).toBe(true);
  await send(sells('kapuk'));
  await candidate.getByText('Telah ikut menilai 1 pesan').waitFor({ timeout: A_TRAINING_MS });
  await candidate.getByText('Lihat yang berbeda (1)').click();
  await candidate.getByText('Calon: Spam').waitFor();
  for (const width of [360, 1440]) {
    await page.setViewportSize({ width, height: 800 });
    expect(await seriousFaults(page, `candidate ${width}`)).toEqual([]);
    const spare = 'document.documentElement.scrollWidth - document.documentElement.clientWidth';
    expect(await page.evaluate(spare)).toBe(0);
  }
  await confirm('Berlakukan');
  const current = page.getByRole('region', { name: 'Model yang berlaku' });
  await current.getByText(/^Model #/).waitFor();
  await send(sells('lontar'));
  expect((await eventually('lontar', () => reportOf('lontar'))).class).toBe('spam');

  await confirm('Pakai lagi: Model bawaan');
  await current.getByText('Model bawaan').waitFor();
  await send(sells('meranti'));
  expect((await eventually('meranti', () => reportOf('meranti'))).class).not.toBe('spam');
}
