import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { chromium } from 'playwright-core';
import { startEmbeddedServer } from '../../libs/database/src/embedded/index.js';
import { startInstallation } from '../installation.js';
import { seedDatabase } from '../million/seed-database.js';
import { measureLoads } from './measure-loads.js';
import { measureWork } from './measure-work.js';
import { browserOf, type Figure } from './visit.js';

const REPORTS = 100_000;

const executablePath = process.env['CHROMIUM_PATH'];
if (!executablePath) throw new Error('CHROMIUM_PATH: where Chromium is');
const say = (line: string): void => void process.stderr.write(`${line}\n`);
const folder = await mkdtemp(path.join(tmpdir(), 'wadah-browser-'));
const server = await startEmbeddedServer({ dataFolder: folder });
const installation = await startInstallation(folder);
try {
  const client = new pg.Client({ connectionString: installation.databaseUrl });
  await client.connect();
  const { seconds } = await seedDatabase(client, REPORTS, say);
  await client.end();
  say(`${REPORTS} reports in ${seconds} s`);
  const browser = await chromium.launch({ executablePath, args: browserOf(process.getuid?.()) });
  try {
    const show = ({ name, value, ceiling, unit }: Figure): void => {
      const verdict = value <= ceiling ? 'pass' : 'FAIL';
      process.stdout.write(
        `${verdict}  ${name.padEnd(48)} ${value.toFixed(value < 10 ? 1 : 0).padStart(7)} ${unit} (at most ${ceiling})\n`,
      );
    };
    for await (const figure of measureLoads(browser, installation)) show(figure);
    for await (const figure of measureWork(browser, installation)) show(figure);
  } finally {
    await browser.close();
  }
} finally {
  await installation.stop();
  await server.stop();
  await rm(folder, { recursive: true, force: true });
}
