import { expect } from '@jest/globals';
import type { Page } from 'playwright-core';
import type { ApiClient } from '../support/api-client.js';
import { eventually } from '../support/eventually.js';

/** An admin is asked before a form is left, and overwrites nothing unseen that somebody else has saved. */
export async function keepDrafts(page: Page, address: string, other: ApiClient): Promise<void> {
  const open = (path: string) => page.goto(`${address}/inbox/${path}`);
  const question = page.getByRole('dialog', { name: 'Perubahan belum disimpan' });
  const answer = async (name: string) => {
    await question.getByRole('button', { name }).click();
    await question.waitFor({ state: 'hidden' });
  };
  const overview = page.getByRole('navigation').getByRole('link', { name: 'Ikhtisar' });
  const overtaken = page.getByRole('alert').filter({ hasText: 'Sudah diubah orang lain' });
  const save = page.getByRole('button', { name: 'Simpan' });
  const saveForSure = async () => {
    await save.click();
    await page.getByRole('dialog').getByRole('button', { name: 'Simpan' }).click();
  };

  // The calendar: a link and the browser's own button ask; the draft is kept over what a colleague saved.
  await open('ikhtisar');
  await page.getByRole('heading', { name: 'Ikhtisar' }).waitFor();
  await page.getByRole('navigation').getByRole('link', { name: 'Tenggat dan kalender' }).click();
  const saturday = page.getByRole('checkbox', { name: 'Sabtu' });
  await saturday.check();
  for (const leave of [() => overview.click(), () => page.evaluate('history.back()')]) {
    await leave();
    await answer('Tetap di sini');
    expect(new URL(page.url()).pathname).toBe('/inbox/tenggat');
    expect(await saturday.isChecked()).toBe(true);
  }
  const weekdays = async () => (await other.call('GET', '/clock-rules')).body.weekdays as number[];
  const { body: rules } = await other.call('GET', '/clock-rules');
  await other.call('POST', '/clock-rules', { ...rules, weekdays: [1, 2, 3, 4] });
  await overtaken.waitFor();
  expect(await weekdays()).toEqual([1, 2, 3, 4]);
  expect(await save.isDisabled()).toBe(true);
  await overtaken.getByRole('button', { name: 'Tetap pakai draf saya' }).click();
  await saveForSure();
  await eventually('the draft saved', async () => (await weekdays()).includes(6));

  // Retention: what is thrown away is gone.
  await open('retensi');
  const spam = page.getByRole('switch', { name: 'Spam' });
  await spam.check({ force: true });
  await overview.click();
  await answer('Buang dan pergi');
  await page.getByRole('heading', { name: 'Ikhtisar' }).waitFor();
  await page.getByRole('navigation').getByRole('link', { name: 'Retensi dan penghapusan' }).click();
  await spam.waitFor({ state: 'attached' });
  expect(await spam.isChecked()).toBe(false);
}
