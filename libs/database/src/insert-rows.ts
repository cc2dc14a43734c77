import type { Queryable } from './database.js';

/** Column name to PostgreSQL type, in insertion order. */
export type ColumnTypes = Readonly<Record<string, string>>;

/**
 * One statement for any number of rows: one array parameter per column, unnested by the server.
 * `tail` is what follows the select, e.g. `on conflict do nothing returning id`.
 */
export async function insertRows<Result extends object>(
  on: Queryable,
  table: string,
  columns: ColumnTypes,
  rows: readonly Readonly<Record<string, unknown>>[],
  tail = '',
): Promise<Result[]> {
  if (rows.length === 0) return [];
  const names = Object.keys(columns);
  const source = unnest(columns);
  const sql = `insert into ${table} (${names.join(', ')}) select ${names.join(', ')} from ${source} ${tail}`;
  return on.query<Result>(sql, arrays(names, rows));
}

/** `update <table> set ... from <rows> where ...`, one statement for any number of rows. */
export async function updateRows<Result extends object>(
  on: Queryable,
  table: string,
  columns: ColumnTypes,
  rows: readonly Readonly<Record<string, unknown>>[],
  set: string,
  where: string,
  tail = '',
): Promise<Result[]> {
  if (rows.length === 0) return [];
  const sql = `update ${table} t set ${set} from ${unnest(columns)} where ${where} ${tail}`;
  return on.query<Result>(sql, arrays(Object.keys(columns), rows));
}

function unnest(columns: ColumnTypes): string {
  const names = Object.keys(columns);
  const casts = names.map((name, index) => `$${index + 1}::${columns[name]}[]`);
  return `unnest(${casts.join(', ')}) as r(${names.join(', ')})`;
}

function arrays(names: readonly string[], rows: readonly Readonly<Record<string, unknown>>[]): unknown[] {
  return names.map((name) => rows.map((row) => row[name] ?? null));
}
