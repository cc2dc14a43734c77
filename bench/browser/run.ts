import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { chromium } from 'playwright-core';
import { startEmbeddedServer } from '../../libs/database/src/embedded/index.js';
import { startInstallation } from '../installation.js';
import { seedDatabase } from '../million/seed-database.js';
import { measureLoads } from './measure-loads.js';
import { measureWork } from './measure-work.js';
import { browserOf, type Figure } from './visit.js';

const { values } = parseArgs({
  options: {
    reports: { type: 'string', default: '100000' },
    folder: { type: 'string' },
    only: { type: 'string' },
  },
});
const reports = Number(values.reports);
if (!Number.isSafeInteger(reports) || reports < 25_000)
  throw new Error('--reports: a whole number from 25000');
const executablePath = process.env['CHROMIUM_PATH'];
if (!executablePath) throw new Error('CHROMIUM_PATH: where Chromium is');
const say = (line: string): void => void process.stderr.write(`${line}\n`);
const folder = values.folder
  ? path.resolve(values.folder)
  : await mkdtemp(path.join(tmpdir(), 'wadah-browser-'));
const server = await startEmbeddedServer({ dataFolder: folder });
const installation = await startInstallation(folder);
try {
  const client = new pg.Client({ connectionString: installation.databaseUrl });
  await client.connect();
  const { rows } = await client.query('select from reports limit 1');
  if (rows.length === 0) {
    const { seconds } = await seedDatabase(client, reports, say);
    say(`${reports} reports in ${seconds} s`);
  }
  await client.end();
  const browser = await chromium.launch({ executablePath, args: browserOf(process.getuid?.()) });
  try {
    const show = ({ name, value, ceiling, unit }: Figure): void => {
      const verdict = value <= ceiling ? 'pass' : 'FAIL';
      process.stdout.write(
        `${verdict}  ${name.padEnd(48)} ${value.toFixed(value < 10 ? 1 : 0).padStart(7)} ${unit} (at most ${ceiling})\n`,
      );
    };
    for (const measure of [measureLoads, measureWork]) {
      if (values.only && !measure.name.toLowerCase().includes(values.only)) continue;
      for await (const figure of measure(browser, installation)) show(figure);
    }
  } finally {
    await browser.close();
  }
} finally {
  await installation.stop();
  await server.stop();
  if (!values.folder) await rm(folder, { recursive: true, force: true });
}
