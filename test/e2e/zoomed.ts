import type { Page } from 'playwright-core';
import type { InboxSystem } from '../support/inbox-system.js';
import { unreachable } from '../support/reach.js';
import { follow } from './every-screen.js';

const SCREENS = 'ikhtisar koneksi topik pengaturan aturan tenggat retensi'.split(' ');
/** A window of 1280 pixels at 200 %, and at 400 %. */
const ZOOMED = [
  { width: 640, height: 400 },
  { width: 320, height: 256 },
];
/** As a reader may set it: WCAG 1.4.12. */
const SPACING = `* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }
  p { margin-bottom: 2em !important }`;
const ANSWER = 'Terima kasih.\nPetugas ke sana siang ini.\nMohon ditunggu.';

async function lookZoomed(page: Page, where: string): Promise<string[]> {
  const faults: string[] = [];
  const look = async (how: string) => {
    await page.evaluate('new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))');
    faults.push(...(await unreachable(page.locator('html'), `${how} ${where}`)));
  };
  for (const size of ZOOMED) {
    await page.setViewportSize(size);
    await look(`${size.width}`);
    const spacing = await page.addStyleTag({ content: SPACING });
    await look(`${size.width}, spaced`);
    await spacing.evaluate((style) => style.remove());
  }
  return faults;
}

/** The main screens where the letters are large: nothing is cut off, covered, or out of reach. */
export async function lookAtZoomed(page: Page, address: string, reportId: string): Promise<string[]> {
  const faults: string[] = [];
  await page.goto(`${address}/inbox/`);
  for (const path of ['', ...SCREENS, `laporan/${reportId}`]) {
    await follow(page, path);
    faults.push(...(await lookZoomed(page, path)));
  }
  await page.getByRole('button', { name: 'Rincian' }).click();
  await page.getByRole('region', { name: 'Riwayat' }).waitFor();
  faults.push(...(await lookZoomed(page, 'the details of a report')));
  return faults;
}

/** Reads a report and answers it in a window that holds a few lines. */
export async function answerZoomed(page: Page): Promise<void> {
  const [, smallest = null] = ZOOMED;
  if (smallest) await page.setViewportSize(smallest);
  await page.getByRole('button', { name: 'Percakapan' }).click();
  const box = page.getByRole('form', { name: 'Balasan' });
  await box.getByRole('textbox').fill(ANSWER);
  await box.getByRole('button', { name: 'Kirim' }).click();
  await page.getByRole('log').getByText('Petugas ke sana siang ini.').waitFor();
}

/** What a citizen writes and follows. */
export async function lookAtZoomedCitizen({ api, admin, people }: InboxSystem): Promise<string[]> {
  const faults: string[] = [];
  await admin.call('POST', '/connections', { channel: 'web-form', name: 'Formulir', settings: {} });
  const citizen = await people.officer();
  const look = async (path: string) => faults.push(...(await lookZoomed(citizen, path)));
  await citizen.goto(`${api.url}/lacak`);
  await look('/lacak');
  await citizen.goto(`${api.url}/lapor`);
  await look('/lapor');
  await citizen.locator('textarea').fill('Bangku taman di depan kantor lurah patah');
  await citizen.getByRole('button', { name: 'Kirim' }).click();
  const own = citizen.getByRole('button', { name: 'Lihat laporan saya' });
  await own.waitFor();
  await look('the codes');
  await own.click();
  await citizen.getByText('Bangku taman').waitFor();
  await look('/lacak/laporan');
  await citizen.context().close();
  return faults;
}
