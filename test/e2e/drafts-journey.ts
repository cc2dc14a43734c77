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

  // Retention: what is thrown away is gone; what a colleague saved is shown.
  await open('retensi');
  const spam = page.getByRole('switch', { name: 'Spam' });
  const hour = page.getByLabel('Dijalankan setiap malam pukul');
  await spam.check({ force: true });
  await overview.click();
  await answer('Buang dan pergi');
  await page.waitForURL('**/inbox/ikhtisar');
  await page.getByRole('navigation').getByRole('link', { name: 'Retensi dan penghapusan' }).click();
  await hour.selectOption('5');
  expect(await spam.isChecked()).toBe(false);
  const { settings, version } = (await other.call('GET', '/retention')).body;
  await other.call('POST', '/retention', { settings: { ...settings, hour: 4 }, version });
  await saveForSure();
  await overtaken.getByRole('button', { name: 'Tampilkan yang baru' }).click();
  expect(await hour.inputValue()).toBe('4');
  expect((await other.call('GET', '/retention')).body.settings.hour).toBe(4);

  // A routing rule in its dialog: Escape keeps it, going back asks, a colleague's name for it stays.
  const none = { classes: [], flags: [], topicGroups: [], areas: [], channels: [], connectionIds: [] };
  const rule = { name: 'Pohon', conditions: { ...none, words: ['pohon'] } };
  const actions = { agencyId: null, assigneeId: null, tags: ['taman'], setsUrgent: false };
  const made = (await other.call('POST', '/routing-rules', { ...rule, actions })).body.at(-1);
  await page.getByRole('navigation').getByRole('link', { name: 'Aturan penyaluran' }).click();
  await page.getByRole('listitem', { name: 'Pohon' }).getByRole('button', { name: 'Ubah' }).click();
  const dialog = page.getByRole('dialog', { name: 'Ubah aturan' });
  const name = dialog.getByLabel('Nama aturan');
  await name.fill('Pohon tumbang');
  await page.keyboard.press('Escape');
  await page.evaluate('history.back()');
  await answer('Tetap di sini');
  await other.call('PATCH', `/routing-rules/${made.id}`, { name: 'Pohon rimbun', version: made.version });
  await dialog.getByRole('button', { name: 'Simpan' }).click();
  await overtaken.getByRole('button', { name: 'Tampilkan yang baru' }).click();
  expect(await name.inputValue()).toBe('Pohon rimbun');
  await dialog.getByRole('button', { name: 'Batal' }).click();
  await overview.click();
  await page.waitForURL('**/inbox/ikhtisar');
}
