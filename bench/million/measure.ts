import type { Client } from 'pg';
import type { Installation } from '../installation.js';
import type { Case } from './cases.js';

export interface Measurement {
  readonly name: string;
  readonly p50: number;
  readonly p95: number;
  /** Milliseconds that the database itself worked for one request: mean, and of the slowest statement. */
  readonly databaseMean: number;
  readonly databaseMax: number;
  readonly slowestPath: string;
}

const WARM_UPS = 1;

/** Each address once unmeasured, then all in turn, one request at a time. */
export async function measureCase(
  { address, cookie }: Installation,
  client: Client,
  { name, paths }: Case,
  samples: number,
): Promise<Measurement> {
  const ask = async (path: string): Promise<number> => {
    const began = performance.now();
    const answer = await fetch(`${address}/api/v1${path}`, { headers: { cookie } });
    const body = await answer.text();
    if (answer.status !== 200) throw new Error(`${path}: ${answer.status} ${body}`);
    return performance.now() - began;
  };
  for (let round = 0; round < WARM_UPS; round += 1) for (const path of paths) await ask(path);
  await client.query('select pg_stat_statements_reset()');
  const times: { path: string; ms: number }[] = [];
  for (let index = 0; index < Math.max(samples, paths.length); index += 1) {
    const path = paths[index % paths.length] ?? '';
    times.push({ path, ms: await ask(path) });
  }
  const { rows } = await client.query<{ total: number; max: number }>(
    `select coalesce(sum(total_exec_time + total_plan_time), 0) as total, coalesce(max(max_exec_time), 0) as max
       from pg_stat_statements where query not ilike '%pg_stat_statements%' and query ~ 'from (r|reports|messages|report_)'`,
  );
  times.sort((a, b) => a.ms - b.ms);
  return {
    name,
    p50: quantile(times, 0.5),
    p95: quantile(times, 0.95),
    databaseMean: (rows[0]?.total ?? 0) / times.length,
    databaseMax: rows[0]?.max ?? 0,
    slowestPath: times.at(-1)?.path ?? '',
  };
}

function quantile(sorted: readonly { ms: number }[], part: number): number {
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * part) - 1)]?.ms ?? 0;
}
