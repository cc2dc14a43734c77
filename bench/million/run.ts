import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { startEmbeddedServer } from '../../libs/database/src/embedded/index.js';
import { startInstallation, type Installation } from '../installation.js';
import { casesOf } from './cases.js';
import { findKnown } from './find-known.js';
import { measureCase, type Measurement } from './measure.js';
import { seedDatabase } from './seed-database.js';

/** The promise of the inbox: 95 of 100 answers within this time, in milliseconds. */
const CEILING_MS = 150;

const { values } = parseArgs({
  options: {
    reports: { type: 'string', default: '1000000' },
    samples: { type: 'string', default: '20' },
    folder: { type: 'string' },
    only: { type: 'string' },
    json: { type: 'boolean', default: false },
  },
});
const total = Number(values.reports);
if (!Number.isSafeInteger(total) || total < 1_000) throw new Error('--reports: a whole number from 1000');

const folder = values.folder
  ? path.resolve(values.folder)
  : await mkdtemp(path.join(tmpdir(), 'wadah-million-'));
const say = (line: string): void => void process.stderr.write(`${line}\n`);
const server = await startEmbeddedServer({
  dataFolder: folder,
  settings: { shared_preload_libraries: 'pg_stat_statements' },
});
const installation = await startInstallation(folder);
try {
  await run(installation);
} finally {
  await installation.stop();
  await server.stop();
  if (!values.folder) await rm(folder, { recursive: true, force: true });
}

async function run(installation: Installation): Promise<void> {
  const client = new pg.Client({ connectionString: installation.databaseUrl });
  await client.connect();
  try {
    await client.query('create extension if not exists pg_stat_statements');
    const { rows } = await client.query('select from reports limit 1');
    if (rows.length === 0) {
      const { reports, seconds, gigabytes } = await seedDatabase(client, total, say);
      say(`${reports} reports in ${seconds} s, ${gigabytes.toFixed(1)} GB`);
    }
    const known = await findKnown(client);
    const measurements: Measurement[] = [];
    for (const one of casesOf(known).filter(({ name }) => !values.only || name.includes(values.only))) {
      const measured = await measureCase(installation, client, one, Number(values.samples));
      measurements.push(measured);
      if (!values.json) process.stdout.write(`${line(measured)}\n`);
    }
    if (values.json) process.stdout.write(`${JSON.stringify(measurements)}\n`);
    const slow = measurements.filter(({ p95 }) => p95 > CEILING_MS);
    say(`${measurements.length - slow.length} of ${measurements.length} within ${CEILING_MS} ms at p95`);
  } finally {
    await client.end();
  }
}

function line({ name, p50, p95, databaseMean, databaseMax, slowestPath }: Measurement): string {
  const ms = (value: number): string => `${value < 10 ? value.toFixed(1) : Math.round(value)} ms`.padStart(9);
  const isSlow = p95 > CEILING_MS;
  return (
    `${isSlow ? 'FAIL' : 'pass'}  ${name.padEnd(26)} p50 ${ms(p50)}  p95 ${ms(p95)}` +
    `  database ${ms(databaseMean)}, at most ${ms(databaseMax)}${isSlow ? `  ${slowestPath}` : ''}`
  );
}
