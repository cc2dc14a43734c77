import { expect } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import { seriousFaults } from '../support/accessibility.js';
import type { ApiClient } from '../support/api-client.js';
import { eventually } from '../support/eventually.js';
import { follow } from './every-screen.js';

/** What opens, by the page and the name of its opener. */
const OPENERS: readonly (readonly [path: string, ...names: (string | RegExp)[]])[] = [
  ['ikhtisar', 'Ekspor'],
  ['koneksi', 'Tambah koneksi', /^Karantina/, /^Ubah Telegram/],
  ['instansi', 'Tambah instansi', /^Ubah/],
  ['templat', 'Tambah templat', /^Ubah/],
  ['topik', /^Tambah topik/, /^Ubah/],
  ['pengguna', 'Undang pengguna'],
  ['token', 'Buat token', /^Cabut/],
  ['pengaturan', 'Tambah webhook', 'Riwayat kiriman'],
  ['aturan', 'Tambah aturan', 'Ubah'],
  ['kamus', 'Tambah ejaan'],
  ['nama-tempat', 'Tambah nama'],
  ['tenggat', /^Ubah/],
  ['', 'Ekspor daftar ini', /^Pemberitahuan/, /^Sari ?Admin/, 'Pintasan papan ketik'],
];
const OF_A_REPORT = ['Disposisi', 'Status lain', 'Tunda dulu', 'Templat'];

/** Something of each kind, so that each can be changed. */
export async function fillShelves(admin: ApiClient): Promise<void> {
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
}

const comes = (ask: () => Promise<boolean>) => eventually('the focus', ask, 5_000).catch(() => false);

/** Opens each dialog, menu, drawer and list of choices once: no serious fault, the focus inside, and back after it. */
export async function lookIntoDialogs(page: Page, reportId: string): Promise<string[]> {
  const faults: string[] = [];
  const over = page.locator('[role=dialog]:visible, [role=menu]:visible');
  const lookInto = async (opener: Locator, name: string) => {
    await opener.click();
    await over.first().waitFor();
    const holdsFocus = () => over.first().evaluate((box) => box.contains(box.ownerDocument.activeElement));
    if (!(await comes(holdsFocus))) faults.push(`${name}: the focus is not inside`);
    faults.push(...(await seriousFaults(page, name)));
    await page.keyboard.press('Escape');
    await over.first().waitFor({ state: 'hidden' });
    const hasFocus = () => opener.evaluate((button) => button === button.ownerDocument.activeElement);
    if (!(await comes(hasFocus))) faults.push(`${name}: the focus does not come back`);
  };
  await page.setViewportSize({ width: 1440, height: 900 });
  for (const [path, ...names] of [...OPENERS, [`laporan/${reportId}`, ...OF_A_REPORT] as const]) {
    await follow(page, path);
    const place = path.startsWith('laporan') ? page.getByRole('article') : page;
    for (const name of names) await lookInto(place.getByRole('button', { name }).first(), `${path}: ${name}`);
  }
  await page.setViewportSize({ width: 360, height: 800 });
  await lookInto(page.getByRole('button', { name: 'Buka menu' }), 'the menu of a phone');
  expect(await over.count()).toBe(0);
  return faults;
}
