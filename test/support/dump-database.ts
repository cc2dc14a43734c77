import type { Database } from '@app/database';

/** Every row of every table as text, and what raw bytes say: what is not in here is nowhere. */
export async function dumpDatabase(database: Database): Promise<string> {
  const tables = await database.query<{ name: string }>(
    `select format('%I.%I', schemaname, tablename) as name from pg_tables
      where schemaname not in ('pg_catalog', 'information_schema')`,
  );
  const rows: string[] = [];
  for (const { name } of tables) {
    const found = await database.query<{ row: string }>(`select t::text as row from ${name} t`);
    rows.push(...found.map(({ row }) => row));
  }
  const payloads = await database.query<{ text: string }>(
    `select convert_from(payload, 'UTF8') as text from raw_events`,
  );
  return [...rows, ...payloads.map(({ text }) => text)].join('\n');
}
