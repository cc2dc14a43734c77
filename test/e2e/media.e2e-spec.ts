import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import { eventually } from '../support/eventually.js';
import { makeDataFolder, startInstallation, type Installation } from '../support/installation.js';
import { becomeAdmin, People } from '../support/people.js';
import { photo } from '../support/pictures.js';
import { comeBack } from './come-back.js';
import { startTelegramDouble, type TelegramDouble } from '../support/telegram-double.js';

const BUDI = { id: 77_301, firstName: 'Budi' };

let people: People;
let folder: Awaited<ReturnType<typeof makeDataFolder>>;
let wadah: Installation;
let officer: Page;
let telegram: TelegramDouble;

beforeAll(async () => {
  [people, folder, telegram] = await Promise.all([People.arrive(), makeDataFolder(), startTelegramDouble()]);
  wadah = await startInstallation(folder.path);
  officer = await people.officer();
  await becomeAdmin(officer, wadah.adminLink);
  const { botToken, apiRoot } = telegram.settings;
  const answer = await officer.request.post(`${wadah.address}/api/v1/connections`, {
    headers: { origin: wadah.address },
    data: { channel: 'telegram', name: 'Telegram', settings: { botToken, apiRoot } },
  });
  expect(answer.status()).toBe(201);
});

afterAll(async () => {
  await people.leave();
  await wadah.stop();
  await Promise.all([telegram.stop(), folder.remove()]);
});

async function open(words: string): Promise<void> {
  await officer.getByRole('list', { name: 'Daftar laporan' }).getByRole('link', { name: words }).click();
  await officer.getByRole('region', { name: 'Klasifikasi' }).waitFor();
}

const isLoaded = (picture: Locator): Promise<boolean> =>
  picture.evaluate((image) => (image as unknown as { naturalWidth: number }).naturalWidth > 0);

describe('files', () => {
  it('of citizens are seen small, then large, and closed with a key', async () => {
    telegram.sendPhoto(BUDI, 'Plafon SDN 004 bocor', await photo());
    await open('Plafon SDN 004 bocor');
    const attachments = officer.getByRole('list', { name: 'Lampiran' });
    const small = attachments.getByRole('img');
    await small.waitFor();
    await eventually('the small picture', () => isLoaded(small));
    await attachments.getByRole('button', { name: /^Perbesar/ }).click();
    const viewer = officer.getByRole('dialog');
    await viewer.locator('img').waitFor();
    await officer.keyboard.press('Escape');
    await viewer.waitFor({ state: 'hidden' });
  });

  it('that could not be had say why, and come when they are asked for', async () => {
    telegram.failNext('getFile', {
      status: 400,
      body: {
        ok: false,
        error_code: 400,
        description: 'Bad Request: wrong remote file identifier specified',
      },
    });
    telegram.sendPhoto(BUDI, 'Tiang listrik miring', await photo({ shade: 20 }));
    const attachments = officer.getByRole('list', { name: 'Lampiran' });
    await attachments.getByText('Sudah tidak ada di kanal asalnya').waitFor();
    await attachments.getByRole('button', { name: 'Coba lagi' }).click();
    await attachments.getByRole('img').nth(1).waitFor();
  });

  it('go out with an answer', async () => {
    const file = path.join(folder.path, 'jadwal perbaikan.pdf');
    await writeFile(file, '%PDF-1.7\n1 0 obj');
    const box = officer.getByRole('form', { name: 'Balasan' });
    await box.getByText('Paling banyak 10 berkas').waitFor();
    await box.locator('input[type=file]').setInputFiles(file);
    await box.getByRole('list', { name: 'Berkas balasan' }).getByText('jadwal perbaikan.pdf').waitFor();
    await box.getByRole('textbox').fill('Jadwalnya terlampir.');
    await box.getByRole('button', { name: 'Kirim' }).click();
    const sent = await telegram.waitForReply();
    expect(sent).toMatchObject({ text: 'Jadwalnya terlampir.', files: [{ name: 'jadwal perbaikan.pdf' }] });
    const item = officer.getByRole('listitem').filter({ hasText: 'Jadwalnya terlampir.' });
    await item.getByText('Terkirim', { exact: true }).waitFor();
    await item.getByRole('link', { name: 'jadwal perbaikan.pdf' }).waitFor();
    await item.getByText('1 kali dicoba').waitFor();
  });

  it('of the screens stay for an officer who comes back, also without a network, and nothing personal with them', async () => {
    await comeBack(await people.returningOfficer(), wadah.address);
  });

  it('without a fault in any page', () => {
    const offline = /ERR_INTERNET_DISCONNECTED/;
    expect(people.problems.filter((problem) => !offline.test(problem))).toEqual([]);
  });
});
