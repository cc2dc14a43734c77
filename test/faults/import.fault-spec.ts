import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { PROJECT_ROOT } from '@app/config';
import { startTestServer } from '@app/database/testing';
import pg from 'pg';
import { runReconcile } from '../../apps/cli/src/reconcile/run-reconcile.js';
import { eventually } from '../support/eventually.js';

const ROWS = 10_000;
const KILLS = 5;
const MATTERS = [
  'jalan berlubang',
  'lampu jalan mati',
  'sampah menumpuk',
  'mohon info syarat KTP',
  'terima kasih',
];

let folder: string;
let server: Awaited<ReturnType<typeof startTestServer>>;
let database: pg.Client;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'wadah-import-'));
  server = await startTestServer();
  process.env['DATABASE_URL'] = server.url;
  expect(await wadah('migrate').done).toMatchObject({ code: 0 });
  database = new pg.Client({ connectionString: server.url });
  await database.connect();
});

afterAll(async () => {
  delete process.env['DATABASE_URL'];
  await database.end();
  await server.stop();
  await rm(folder, { recursive: true, force: true });
});

function wadah(...parameters: string[]) {
  const main = path.join(PROJECT_ROOT, 'dist/apps/cli/src/main.js');
  const child = spawn(process.execPath, [main, ...parameters], {
    env: { ...process.env, WADAH_DATA_DIR: folder },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const output = Promise.all([text(child.stdout), text(child.stderr)]);
  const done = once(child, 'exit').then(async ([code]) => ({
    code: code as number | null,
    output: await output,
  }));
  return { child, done };
}

/** What `wadah reconcile` prints, without a process of its own. */
async function reconciled(): Promise<string> {
  const output = new PassThrough();
  expect(await runReconcile(output)).toBe(0);
  return String(output.read());
}

/** From 0 to twice the rows: each is stored, then turned into a message. */
async function progress(): Promise<number> {
  const { rows } = await database.query<{ stored: number; shown: number }>(
    `select (select count(*)::int from raw_events) as stored, (select count(*)::int from messages) as shown`,
  );
  return (rows[0]?.stored ?? 0) + (rows[0]?.shown ?? 0);
}

it('an import that is killed five times at a random moment loses nothing and doubles nothing', async () => {
  const file = path.join(folder, 'laporan.jsonl');
  const lines = Array.from({ length: ROWS }, (_, index) =>
    JSON.stringify({
      id: `L-${index}`,
      isi: `${MATTERS[index % MATTERS.length]} di RT ${index}`,
      nama: 'Warga',
    }),
  );
  await writeFile(file, lines.join('\n'));

  for (let kill = 0; kill < KILLS; kill++) {
    const before = await progress();
    const moment = before + Math.ceil((Math.random() * (2 * ROWS - before)) / (KILLS - kill));
    const run = wadah('import', file);
    await eventually(
      'the moment',
      async () => run.child.exitCode !== null || (await progress()) >= moment,
      60_000,
    );
    run.child.kill('SIGKILL');
    await run.done;
    expect(await reconciled()).toContain('Seimbang.');
  }

  const last = await wadah('import', file, '--json').done;
  expect(last.code).toBe(0);
  const summary = JSON.parse(last.output[0]) as { stored: number; alreadyThere: number };
  expect(summary).toMatchObject({ rows: ROWS, unreadable: 0, quarantine: [], isBalanced: true });
  expect(summary.stored + summary.alreadyThere).toBe(ROWS);
  const { rows } = await database.query(
    `select count(*)::int as messages, count(distinct external_id)::int as different,
            count(distinct report_id)::int as reports from messages`,
  );
  expect(rows).toEqual([{ messages: ROWS, different: ROWS, reports: ROWS }]);
}, 180_000);
