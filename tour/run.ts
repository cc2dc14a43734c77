import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';
import { browserOf } from '../bench/browser/visit.js';
import { startInstallation } from '../bench/installation.js';
import { photographEmpty, photographFull } from './photograph.js';
import { printTable } from './print-table.js';
import { useEverything } from './use-everything.js';
import { addSamples, GUIDE } from './world.js';

const { values } = parseArgs({
  options: { only: { type: 'string' }, screens: { type: 'string', default: '' } },
});
const { only } = values;
// Names as those of the pictures, with commas between.
const screens = values.screens.split(',').filter(Boolean);
if (only && !['pictures', 'controls'].includes(only)) throw new Error('--only: pictures or controls');
const executablePath = process.env['CHROMIUM_PATH'];
if (!executablePath) throw new Error('CHROMIUM_PATH: where Chromium is');
const say = (line: string): void => void process.stderr.write(`${line}\n`);
const installation = await startInstallation(undefined, GUIDE);
try {
  const browser = await chromium.launch({
    executablePath,
    args: [...browserOf(process.getuid?.()), '--lang=id-ID'],
    env: { ...process.env, LANGUAGE: 'id_ID' },
  });
  try {
    const misfits: string[] = [];
    if (only !== 'controls') misfits.push(...(await photographEmpty(browser, installation)));
    const world = await addSamples(installation);
    if (only !== 'controls') misfits.push(...(await photographFull(browser, installation, world)));
    misfits.forEach(say);
    if (misfits.length > 0) process.exitCode = 1;
    if (only !== 'pictures') {
      const outcome = await useEverything(browser, installation, world, screens, say);
      const isWell = printTable(outcome, (line) => void process.stdout.write(`${line}\n`));
      if (!isWell) process.exitCode = 1;
    }
  } finally {
    await browser.close();
  }
} finally {
  await installation.stop();
}
