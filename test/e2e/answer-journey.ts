import { expect } from '@jest/globals';
import type { Page } from 'playwright-core';
import { seriousFaults } from '../support/accessibility.js';
import { eventually } from '../support/eventually.js';
import { ADMIN } from '../support/first-admin.js';
import type { InboxSystem } from '../support/inbox-system.js';

const WORDS = 'Lampu jalan di Gang Durian mati';
const ANSWER = 'Teknisi datang besok pagi.';

interface Office {
  readonly system: InboxSystem;
  readonly page: Page;
  send(text: string): Promise<unknown>;
  open(page: Page, words: string): Promise<void>;
  sentTexts(): readonly string[];
}

/** An answer that may have arrived is found and not doubled by one press; files and last words are not lost quietly. */
export async function loseNothing({ system, page, send, open, sentTexts }: Office): Promise<void> {
  const field = (of: Page) => of.getByRole('form', { name: 'Balasan' }).getByRole('textbox');
  const copies = () => sentTexts().filter((text) => text === ANSWER).length;
  await send(WORDS);
  await open(page, WORDS);
  system.telegram.failNext('sendMessage', 'cut-after-taking');
  await field(page).fill(ANSWER);
  await page.keyboard.press('Control+Enter');
  const log = page.getByRole('log');
  await log.getByText('Belum pasti terkirim').waitFor();
  const row = page.getByRole('list', { name: 'Daftar laporan' }).getByRole('link', { name: WORDS });
  await row.getByText('Balasan belum sampai').waitFor();
  const question = page.getByRole('dialog', { name: 'Kirim ulang' });
  const again = log.getByRole('button', { name: 'Kirim ulang' });
  await again.click();
  await question.getByText('warga menerimanya dua kali').waitFor();
  expect(await seriousFaults(page, 'sending again')).toEqual([]);
  await page.keyboard.press('Escape');
  await question.waitFor({ state: 'detached' });
  expect(copies()).toBe(1);
  await again.click();
  await question.getByRole('button', { name: 'Tetap kirim ulang' }).click();
  await log.getByText('Terkirim', { exact: true }).waitFor();
  await eventually('a second copy', async () => copies() === 2);
  await row.getByText('Balasan belum sampai').waitFor({ state: 'detached' });

  const files = Array.from({ length: 12 }, (_, index) => ({
    name: `f${index}.txt`,
    mimeType: 'text/plain',
    buffer: Buffer.from(`${index}`),
  }));
  const choose = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Lampirkan berkas' }).click();
  await (await choose).setFiles(files);
  await page.getByText('Tidak dilampirkan: f10.txt, f11.txt.').waitFor();

  const desk = await system.enter(ADMIN.email, ADMIN.password);
  await open(desk, WORDS);
  await field(desk).fill('Kalimat terakhir.');
  await desk.keyboard.press('Escape');
  await desk.getByRole('button', { name: /^Sari\b/ }).click();
  await desk.getByRole('menuitem', { name: 'Keluar' }).click();
  await desk.waitForURL(/masuk/);
  const { body } = await system.admin.call('GET', `/reports?q=${encodeURIComponent(WORDS)}`);
  const kept = await system.admin.call('GET', `/reports/${body.items[0].id}/reply-draft`);
  expect(kept.body.draft.text).toBe('Kalimat terakhir.');
}
