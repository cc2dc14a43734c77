import type { Client } from 'pg';
import { ticketCode } from '@app/report-model';
import { BATCH_STATEMENTS } from './batch-statements.js';
import { readMatters, readVillages, shippedAgencies } from './seed-sources.js';
import { preparations } from './seed-statements.js';

const BATCH = 25_000;
/** Tables whose indexes are made after the rows: twice as fast, and as tight as after a REINDEX. */
const LARGE_TABLES = [
  'contacts',
  'identities',
  'conversations',
  'reports',
  'report_search',
  'report_facts',
  'report_ratings',
  'messages',
  'attachments',
  'classifications',
  'report_events',
  'replies',
];

export interface Seeded {
  readonly reports: number;
  readonly seconds: number;
  readonly gigabytes: number;
}

/**
 * Fills an empty installation with reports of three years, made of the classifier's corpus and real place names:
 * every class, status, agency, topic, channel, tag, clock, several messages, answers, files, incidents. The same
 * each time. Raw events are not made: the ledger plays no part in lists.
 */
export async function seedDatabase(
  client: Client,
  total: number,
  say: (line: string) => void,
): Promise<Seeded> {
  const began = performance.now();
  await client.query(`set synchronous_commit = off`);
  // Rows fit by how they are made; checking each foreign key would double the time.
  await client.query(`set session_replication_role = replica`);
  await client.query(`set maintenance_work_mem = '512MB'`);
  await client.query(`set timezone = 'UTC'`);
  await client.query('select setseed(0.42)');
  const [matters, villages, agencies] = [readMatters(), readVillages(), shippedAgencies()];
  for (const { sql, parameters } of preparations({ matters, villages, agencies, total })) {
    await client.query(sql, parameters ?? []);
  }
  const indexes = await dropIndexes(client);
  for (let done = 0; done < total; done += BATCH) {
    const size = Math.min(BATCH, total - done);
    const codes = Array.from({ length: size }, (_, index) => ticketCode(done + index + 1));
    await client.query('begin');
    await client.query('truncate seed_batch');
    for (const [index, sql] of BATCH_STATEMENTS.entries()) {
      await client.query(sql, index === 0 ? [codes, done, total] : []);
    }
    await client.query('commit');
    if (done % (BATCH * 8) === 0) say(`${done + size} reports, ${seconds(began)} s`);
  }
  say(`rows are in, ${seconds(began)} s; indexes`);
  for (const definition of indexes) await client.query(definition);
  await client.query(HOLDS);
  await client.query(`select setval('ticket_numbers', $1)`, [total]);
  await client.query('set session_replication_role = origin');
  // No trigger has counted: the worker counts anew.
  await client.query('update report_tally_state set time_zone = null');
  await client.query('vacuum analyze');
  await client.query('checkpoint');
  const { rows } = await client.query<{ bytes: string }>(
    'select pg_database_size(current_database()) as bytes',
  );
  return { reports: total, seconds: seconds(began), gigabytes: Number(rows[0]?.bytes ?? 0) / 1e9 };
}

/** A thousand of the latest closed reports may not be erased. */
const HOLDS = `insert into legal_holds (id, report_id, reason, placed_by)
  select uuidv7(), id, 'Bench', (select id from users order by id limit 1)
    from reports where status = 'closed' order by last_message_at desc limit 1000`;

/** @returns the statements that make them again */
async function dropIndexes(client: Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string; definition: string }>(
    `select i.indexrelid::regclass::text as name, pg_get_indexdef(i.indexrelid) as definition
       from pg_index i where i.indrelid = any($1::regclass[]) and not i.indisunique`,
    [LARGE_TABLES],
  );
  for (const { name } of rows) await client.query(`drop index ${name}`);
  return rows.map((row) => row.definition);
}

const seconds = (began: number): number => Math.round((performance.now() - began) / 1000);
