import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { projectFile } from '@app/config';
import { FindSimilarService } from '@app/casework';
import {
  createDataSource,
  Database,
  migrate,
  ReportListRepository,
  SHARING_BANDS,
  SimilarityRepository,
} from '@app/database';
import { readCorpus } from '@app/learning';
import { startEmbeddedServer } from '../../libs/database/src/embedded/index.js';
import { seedReports } from './seed.js';
import { CAMPAIGN, createTexts } from './texts.js';

const { values } = parseArgs({ options: { reports: { type: 'string', default: '100000' } } });
const total = Number(values.reports);
if (!Number.isSafeInteger(total) || total < 10_000) throw new Error('--reports: a whole number from 10000');
/** What is promised for so many reports, in milliseconds. */
const CEILING_MS = total <= 100_000 ? 5 : 20;
const EACH = 100;
const TRIGRAM_EACH = 20;
/** Look-ups before the clock counts: PostgreSQL settles on a plan and the code is compiled. */
const WARM_UP = 20;

const TRIGRAM = `select report_id, similarity(text, $1) as alike from messages
  where text % $1 and report_id <> $2 order by alike desc limit 8`;

const folder = await mkdtemp(path.join(tmpdir(), 'wadah-incidents-'));
const server = await startEmbeddedServer({ dataFolder: folder });
try {
  await migrate(server.url);
  const client = new pg.Client({ connectionString: server.url });
  await client.connect();
  const dataSource = await createDataSource({ url: server.url }).initialize();
  try {
    await run(client, new Database(dataSource));
  } finally {
    await dataSource.destroy();
    await client.end();
  }
} finally {
  await server.stop();
  await rm(folder, { recursive: true, force: true });
}

async function run(client: pg.Client, database: Database): Promise<void> {
  const { rows } = readCorpus(projectFile('libs/triage/corpus'));
  const { textOf, again } = createTexts(rows.map(({ text }) => text));
  const began = performance.now();
  const resent: string[] = [];
  // The last ones are sent again texts of some that came before.
  const ids = await seedReports(client, total, (n) => {
    const text = n < total - EACH ? textOf(n) : again(resent[n - (total - EACH)] ?? '');
    if (n >= CAMPAIGN && resent.length < EACH) resent.push(text);
    return text;
  });
  say(
    `${total} reports, ${CAMPAIGN} of them one campaign, in ${Math.round((performance.now() - began) / 1_000)} s`,
  );
  const groups = {
    fresh: ids.slice(-3 * EACH, -EACH * 2),
    'sent again': ids.slice(-EACH),
    campaign: ids.slice(0, EACH),
  };
  const similarity = new SimilarityRepository(database);
  const service = new FindSimilarService(similarity, new ReportListRepository(database));
  const actor = { kind: 'user', id: ids[0] ?? '', role: 'admin', agencyId: null, name: 'Bench' } as const;
  const reports = new ReportListRepository(database);
  for (const [name, group] of Object.entries(groups)) {
    const found = await measure(`${name}, Wadah`, group, CEILING_MS, async (id) => {
      const [report] = await reports.byIds([id]);
      return report ? () => service.find(actor, report) : null;
    });
    say(`      found for ${found} of ${group.length}`);
    await measure(`${name}, index alone`, group, Infinity, (id) =>
      Promise.resolve(() => database.query(SHARING_BANDS, [id, 200, 30])),
    );
  }
  await client.query(`create extension if not exists pg_trgm`);
  await client.query(`create index bench_trigrams on messages using gin (text gin_trgm_ops)`);
  await client.query(`set pg_trgm.similarity_threshold = 0.6`);
  for (const [name, group] of Object.entries(groups)) {
    await measure(`${name}, pg_trgm`, group.slice(0, TRIGRAM_EACH), Infinity, async (id) => {
      const own = await client.query<{ text: string }>('select text from messages where report_id = $1', [
        id,
      ]);
      return async () => (await client.query(TRIGRAM, [own.rows[0]?.text, id])).rows;
    });
  }
}

/** Prints how long the look-ups take, one at a time, and returns how many found something. */
async function measure(
  name: string,
  ids: readonly string[],
  ceiling: number,
  prepare: (id: string) => Promise<(() => Promise<readonly unknown[]>) | null>,
): Promise<number> {
  const times: number[] = [];
  let found = 0;
  for (const [index, id] of [...ids.slice(0, WARM_UP), ...ids].entries()) {
    const lookUp = await prepare(id);
    if (lookUp === null) throw new Error(`No report ${id}`);
    const began = performance.now();
    const answers = await lookUp();
    if (index < WARM_UP) continue;
    times.push(performance.now() - began);
    if (answers.length > 0) found++;
  }
  times.sort((a, b) => a - b);
  const at = (part: number): number => times[Math.ceil(times.length * part) - 1] ?? 0;
  const mark = ceiling === Infinity ? '    ' : at(0.95) <= ceiling ? 'pass' : 'FAIL';
  say(`${mark}  ${name.padEnd(22)} p50 ${at(0.5).toFixed(1)} ms  p95 ${at(0.95).toFixed(1)} ms`);
  return found;
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
