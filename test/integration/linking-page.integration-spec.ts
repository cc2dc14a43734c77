import { existsSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { PROJECT_ROOT } from '@app/config';
import type { Connector } from '@app/connector-kit';
import { chromium, type Browser, type Page } from 'playwright-core';
import { ADMIN } from '../support/first-admin.js';
import { eventually } from '../support/eventually.js';
import { LineDouble } from '../support/line-double.js';
import { startTestSystem, type TestSystem } from '../support/test-system.js';

const INBOX = path.join(PROJECT_ROOT, 'dist', 'apps', 'inbox');
const BROWSER = process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium';
const canRun = existsSync(path.join(INBOX, 'index.html')) && existsSync(BROWSER);
if (!canRun) console.warn('SKIPPED: linking an account on the page; run npm run build and install chromium');

const PHONE = { width: 360, height: 740 };

/** Another way to the same line. */
function heirOf({ session: _, ...connector }: Connector): Connector {
  const same = (id: string) => id;
  const succeeds = [{ channel: connector.descriptor.code, identity: same, conversation: same }];
  return { ...connector, descriptor: { ...connector.descriptor, code: 'line-heir', succeeds } };
}

let line: LineDouble;
let system: TestSystem;
let browser: Browser;
let page: Page;

(canRun ? describe : describe.skip)('linking an account on the connections page', () => {
  beforeAll(async () => {
    line = new LineDouble();
    line.opensAtOnce = false;
    const installed = [line.connector as Connector, heirOf(line.connector as Connector)];
    system = await startTestSystem(undefined, installed, { inboxFolder: INBOX });
    const args = process.getuid?.() === 0 ? ['--no-sandbox', '--disable-dev-shm-usage'] : [];
    browser = await chromium.launch({ executablePath: BROWSER, args });
    page = await browser.newPage({ locale: 'id-ID', viewport: PHONE });
    await page.goto(system.api.url);
    await page.getByLabel('Alamat surel').fill(ADMIN.email);
    await page.getByLabel('Kata sandi').fill(ADMIN.password);
    await page.getByRole('button', { name: 'Masuk' }).click();
    await page.getByRole('button', { name: 'Masuk' }).waitFor({ state: 'detached' });
    const body = { channel: 'line-double', name: 'Saluran dinas', settings: {} };
    await system.admin.call('POST', '/connections', body);
    await eventually('the line', async () => line.runs[0]);
    await page.goto(`${system.api.url}/inbox/koneksi`);
  });
  afterAll(async () => {
    await browser?.close();
    await system?.close();
  });

  it('shows the QR code at once, on a small phone without scrolling sideways', async () => {
    line.runs[0]?.context.report({ status: 'pairing', qr: '2@ref,key,identity,secret,1' });
    const code = page.getByRole('img', { name: 'Kode QR untuk menautkan akun' });
    await code.waitFor();
    const box = await code.boundingBox();
    expect(box?.width).toBeGreaterThan(180);
    expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(PHONE.width);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(PHONE.width);
  });

  it('follows to a code for typing, and to the open account', async () => {
    line.runs[0]?.context.report({ status: 'pairing', code: 'ABCD1234' });
    await page.getByText('ABCD-1234').waitFor();
    line.runs[0]?.context.report({ status: 'open', account: '+62811000111' });
    line.runs[0]?.context.offer(line);
    await page.getByText('Sehat', { exact: true }).waitFor();
    expect(await page.getByRole('heading', { name: 'Tautkan akun' }).count()).toBe(0);
  });

  it('offers to go on with its conversations where a connection can, and pauses it then', async () => {
    const body = { channel: 'line-heir', name: 'Saluran baru', settings: {} };
    await system.admin.call('POST', '/connections', body);
    await page.getByRole('button', { name: 'Ambil alih percakapan ke Saluran baru' }).click();
    const dialog = page.getByRole('dialog', { name: 'Lanjutkan percakapan di Saluran baru' });
    await dialog.getByText('Tidak dapat dibatalkan').waitFor();
    await dialog.getByRole('button', { name: 'Ambil alih percakapan' }).click();
    await page.getByText('0 percakapan dengan 0 laporan dipindahkan').waitFor();
    await page.getByRole('listitem', { name: 'Saluran dinas' }).getByText('Dijeda').waitFor();
    expect(await page.getByRole('button', { name: /^Ambil alih percakapan ke Saluran dinas/ }).count()).toBe(
      0,
    );
  });
});
