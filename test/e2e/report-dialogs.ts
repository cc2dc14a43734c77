import type { Page } from 'playwright-core';
import { seriousFaults } from '../support/accessibility.js';
import { lookInto } from './every-dialog.js';
import { follow } from './every-screen.js';

/** What opens from the details of a report and from its picture. */
export async function lookBesideReport(page: Page, reportId: string): Promise<string[]> {
  const faults: string[] = [];
  const button = (name: string | RegExp) => page.getByRole('article').getByRole('button', { name });
  const look = async (name: string | RegExp, goOn?: Parameters<typeof lookInto>[3]) =>
    faults.push(...(await lookInto(page, button(name), `report: ${name}`, goOn)));
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.setViewportSize({ width: 1440, height: 900 });
  await follow(page, `laporan/${reportId}`);
  await look(/^Perbesar/, (viewer) => viewer.locator('img').waitFor());
  await button('Rincian').click();
  await look('Gabungkan kontak', async (dialog) => {
    await dialog.getByLabel('Cari orang yang sama').fill('Warga');
    await dialog.getByRole('listitem').first().getByRole('button').click();
  });
  await look('Hapus data pelapor', (dialog) => dialog.getByText('masih ditangani').waitFor());
  await look('Tahan secara hukum');
  await button('Tahan secara hukum').click();
  await page.getByRole('dialog').getByLabel('Alasan').fill('Perkara 12/2026');
  await page.getByRole('dialog').getByRole('button', { name: 'Tahan secara hukum' }).click();
  await look(/^Lepaskan penahanan/);
  const topic = page.getByRole('combobox', { name: 'Topik' });
  await topic.click();
  await page.getByRole('listbox', { name: 'Topik' }).waitFor();
  faults.push(...(await seriousFaults(page, 'report: the topics')));
  await page.keyboard.press('Escape');
  return faults;
}
