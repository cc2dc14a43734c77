import type { Client } from 'pg';

/** Everything that one message writes, parents first. */
const TABLES = [
  'raw_events',
  'contacts',
  'identities',
  'conversations',
  'reports',
  'report_search',
  'messages',
  'classifications',
  'report_events',
  'changes',
] as const;
const BATCH_ROWS = 500;

/**
 * The ceiling: the very rows that the run has left, put into empty tables with the same columns and indexes by
 * multi-row INSERTs of {@link BATCH_ROWS} rows, one transaction each, on one connection.
 * @returns seconds spent in the INSERTs
 */
export async function plainInsert(client: Client): Promise<{ seconds: number; rows: number }> {
  await client.query('create schema bench');
  let milliseconds = 0;
  let rows = 0;
  for (const table of TABLES) {
    await client.query(
      `create table bench.${table} (like public.${table} including defaults including indexes)`,
    );
    const { rows: batches } = await client.query<{ batch: string; size: number }>(
      `select json_agg(n.t)::text as batch, count(*)::int as size
         from (select t, (row_number() over () - 1) / ${BATCH_ROWS} as number from public.${table} t) n
        group by number order by number`,
    );
    for (const { batch, size } of batches) {
      const began = performance.now();
      await client.query(
        `insert into bench.${table} select * from json_populate_recordset(null::public.${table}, $1::json)`,
        [batch],
      );
      milliseconds += performance.now() - began;
      rows += size;
    }
  }
  await client.query('drop schema bench cascade');
  return { seconds: milliseconds / 1000, rows };
}
