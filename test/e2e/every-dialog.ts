import { expect } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import { seriousFaults } from '../support/accessibility.js';
import type { ApiClient } from '../support/api-client.js';
import { eventually } from '../support/eventually.js';
import type { WhatsAppDouble } from '../support/whatsapp-double.js';
import { follow } from './every-screen.js';

/** What opens, by the page and the name of its opener. */
const OPENERS: readonly (readonly [path: string, ...names: (string | RegExp)[]])[] = [
  ['ikhtisar', 'Ekspor'],
  ['koneksi', 'Tambah koneksi', /^Karantina/, /^Ubah Telegram/, /^Ambil alih percakapan/],
  ['instansi', 'Tambah instansi', /^Ubah/],
  ['templat', 'Tambah templat', /^Ubah/],
  ['topik', /^Tambah topik/, /^Ubah/],
  ['pengguna', 'Undang pengguna', 'Ubah', /^Nonaktifkan/],
  ['token', 'Buat token', /^Cabut/],
  ['pengaturan', 'Tambah webhook', 'Riwayat kiriman'],
  ['aturan', 'Tambah aturan', 'Ubah'],
  ['kamus', 'Tambah ejaan'],
  ['nama-tempat', 'Tambah nama'],
  ['tenggat', /^Ubah/],
  ['', 'Ekspor daftar ini', /^Pemberitahuan/, /^Sari ?Admin/, 'Pintasan papan ketik'],
];
const OF_A_REPORT = ['Disposisi', 'Status lain', 'Ingatkan nanti', 'Templat'];

/** Something of each kind, so that each can be changed. */
export async function fillShelves(admin: ApiClient, whatsapp: WhatsAppDouble): Promise<void> {
  const none = { classes: [], flags: [], topicGroups: [], areas: [], channels: [], connectionIds: [] };
  await admin.call('POST', '/answer-templates', {
    name: 'Jadwal',
    textId: 'Jadwalnya terlampir.',
    textEn: null,
  });
  await admin.call('POST', '/routing-rules', {
    name: 'Bangku',
    conditions: { ...none, words: ['bangku'] },
    actions: { agencyId: null, assigneeId: null, tags: ['taman'], setsUrgent: false },
  });
  await admin.call('POST', '/api-tokens', { name: 'Peta warga', role: 'officer' });
  await admin.call('POST', '/outgoing-webhooks', {
    name: 'Peta warga',
    url: 'http://127.0.0.1:9/',
    events: ['report.created'],
  });
  const [web, cloud] = ['whatsapp-web', 'whatsapp-cloud'];
  const { id } = (await admin.call('POST', '/connections', { channel: web, name: web, settings: {} })).body;
  await admin.call('PATCH', `/connections/${id}`, { status: 'paused' });
  const { settings } = whatsapp;
  await admin.call('POST', '/connections', { channel: cloud, name: cloud, settings });
}

const comes = (ask: () => Promise<boolean>) => eventually('the focus', ask, 5_000).catch(() => false);
const opened = (page: Page) => page.locator('[role=dialog]:visible, [role=menu]:visible');

/** Opens one, goes on in it, and closes it: no serious fault before or after that, the focus inside, and back at the end. */
export async function lookInto(
  page: Page,
  opener: Locator,
  name: string,
  goOn?: (box: Locator) => Promise<unknown>,
): Promise<string[]> {
  const faults: string[] = [];
  const box = opened(page).first();
  await opener.click();
  await box.waitFor();
  const holdsFocus = () => box.evaluate((one) => one.contains(one.ownerDocument.activeElement));
  if (!(await comes(holdsFocus))) faults.push(`${name}: the focus is not inside`);
  faults.push(...(await seriousFaults(page, name)));
  if (goOn) {
    await goOn(box);
    faults.push(...(await seriousFaults(page, `${name}, gone on in`)));
  }
  await page.keyboard.press('Escape');
  await box.waitFor({ state: 'hidden' });
  const hasFocus = () => opener.evaluate((button) => button === button.ownerDocument.activeElement);
  if (!(await comes(hasFocus))) faults.push(`${name}: the focus does not come back`);
  return faults;
}

/** Each dialog, menu and drawer once. */
export async function lookIntoDialogs(page: Page, reportId: string): Promise<string[]> {
  const faults: string[] = [];
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.setViewportSize({ width: 1440, height: 900 });
  for (const [path, ...names] of [...OPENERS, [`laporan/${reportId}`, ...OF_A_REPORT] as const]) {
    await follow(page, path);
    const place = path.startsWith('laporan') ? page.getByRole('article') : page;
    for (const name of names) {
      faults.push(...(await lookInto(page, place.getByRole('button', { name }).first(), `${path}: ${name}`)));
    }
  }
  faults.push(...(await lookIntoTrial(page)));
  await page.setViewportSize({ width: 360, height: 800 });
  faults.push(
    ...(await lookInto(page, page.getByRole('button', { name: 'Buka menu' }), 'the menu of a phone')),
  );
  expect(await opened(page).count()).toBe(0);
  return faults;
}

/** The trial of a rule while it runs, and once it has. */
async function lookIntoTrial(page: Page): Promise<string[]> {
  await follow(page, 'aturan');
  let letGo = () => {};
  const held = new Promise<void>((resolve) => (letGo = resolve));
  await page.route('**/routing-rules/trial', (route) => held.then(() => route.continue()));
  const opener = page.getByRole('button', { name: 'Coba dan aktifkan' });
  return lookInto(page, opener, 'the trial of a rule', async (box) => {
    await box.getByRole('status').waitFor();
    letGo();
    await box.getByText(/dari \d+ laporan 30 hari terakhir/).waitFor();
  });
}
