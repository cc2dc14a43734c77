import { expect } from '@jest/globals';
import type { Page } from 'playwright-core';
import { seriousFaults } from './accessibility.js';
import { ApiClient } from './api-client.js';

/** An admin makes a token, a program uses it, the admin sees that and takes it back. */
export async function handOutToken(page: Page, url: string): Promise<void> {
  const dialog = () => page.getByRole('dialog');
  await page.goto(`${url}/inbox/token`);
  await page.getByRole('button', { name: 'Buat token' }).first().click();
  await dialog().getByLabel('Nama program').fill('Dasbor');
  await dialog().getByRole('button', { name: 'Buat token' }).click();
  const token = await dialog().getByRole('textbox', { name: 'Token' }).inputValue();
  expect(await seriousFaults(page, 'a new token')).toEqual([]);
  await dialog().getByRole('button', { name: 'Tutup' }).last().click();
  const item = page.getByRole('listitem', { name: 'Dasbor' });
  const program = new ApiClient(url, token);
  expect((await program.call('GET', '/reports')).status).toBe(200);
  await page.reload();
  await item.getByText('belum pernah').waitFor({ state: 'detached' });
  await item.getByRole('button', { name: 'Cabut' }).click();
  await dialog().getByRole('button', { name: 'Cabut' }).click();
  await item.getByText('Dicabut').waitFor();
  expect((await program.call('GET', '/reports')).status).toBe(401);
}
