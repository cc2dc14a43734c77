import type { Client } from 'pg';
import { ticketCode } from '@app/report-model';
import { textBands } from '@app/triage';

const BATCH = 10_000;
const INDEXED = ['reports', 'messages', 'report_bands'];

/** Puts one report with one message and its bands into the database for each text; returns the reports' ids in order. */
export async function seedReports(
  client: Client,
  count: number,
  textOf: (n: number) => string,
): Promise<string[]> {
  await client.query(`set synchronous_commit = off; set session_replication_role = replica`);
  await client.query(`set maintenance_work_mem = '512MB'`);
  await client.query(REFERRED);
  const indexes = await dropIndexes(client);
  const ids: string[] = [];
  for (let done = 0; done < count; done += BATCH) {
    const size = Math.min(BATCH, count - done);
    const texts = Array.from({ length: size }, (_, index) => textOf(done + index));
    const { rows } = await client.query<{ id: string }>(INSERT, [
      Array.from({ length: size }, (_, index) => ticketCode(done + index + 1)),
      texts,
      texts.map((text) => `{${textBands(text).join()}}`),
      done,
    ]);
    ids.push(...rows.map(({ id }) => id));
  }
  for (const definition of indexes) await client.query(definition);
  await client.query('set session_replication_role = origin');
  await client.query('vacuum analyze');
  return ids;
}

/** @returns the statements that make them again: after the rows that is faster by far */
async function dropIndexes(client: Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string; definition: string }>(
    `select i.indexrelid::regclass::text as name, pg_get_indexdef(i.indexrelid) as definition
       from pg_index i where i.indrelid = any($1::regclass[]) and not i.indisunique`,
    [INDEXED],
  );
  for (const { name } of rows) await client.query(`drop index ${name}`);
  return rows.map((row) => row.definition);
}

/** What reports refer to plays no part in the look-up: one of each stands for all. */
const REFERRED = `
  insert into connections (id, channel, name, status) values (md5('connection')::uuid, 'web-form', 'Bench', 'paused');
  insert into contacts (id, display_name) values (md5('contact')::uuid, 'Bench');
  insert into identities (id, contact_id, scope, external_id, channel, display_name)
    values (md5('identity')::uuid, md5('contact')::uuid, 'web-form', 'bench', 'web-form', 'Bench');
  insert into conversations (id, connection_id, external_id, kind)
    values (md5('conversation')::uuid, md5('connection')::uuid, 'bench', 'form')`;

const INSERT = `
  with given as materialized (
    select uuidv7() as id, uuidv7() as message_id, code, text, bands::integer[] as bands, $4::int + n as n,
           now() - interval '3 years' * random() as at
      from unnest($1::text[], $2::text[], $3::text[]) with ordinality as g(code, text, bands, n)),
  reported as (
    insert into reports (id, connection_id, conversation_id, contact_id, identity_id, received_at, last_message_at,
        message_count, confidence, class, channel, ticket_code, excerpt)
      select id, md5('connection')::uuid, md5('conversation')::uuid, md5('contact')::uuid, md5('identity')::uuid, at, at,
        1, 0.8, 'complaint', 'web-form', code, left(text, 280) from given),
  told as (
    insert into messages (id, report_id, connection_id, conversation_id, identity_id, sent_at, received_at, external_id, text)
      select message_id, id, md5('connection')::uuid, md5('conversation')::uuid, md5('identity')::uuid, at, at, n::text, text
        from given),
  banded as (insert into report_bands (report_id, bands) select id, bands from given)
  select id from given order by n`;
