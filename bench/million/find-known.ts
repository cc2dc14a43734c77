import type { Client } from 'pg';
import type { Known } from './cases.js';

const DEPTH_PARTS = [0.2, 0.5, 0.9] as const;

/** Things of the seeded database that measurements ask for. */
export async function findKnown(client: Client): Promise<Known> {
  const column = async (sql: string): Promise<string[]> => {
    const { rows } = await client.query<{ value: string }>(sql);
    return rows.map(({ value }) => value);
  };
  const sample = (name: string): string =>
    `select ${name} as value from reports tablesample system (0.1) repeatable (7) limit 12`;
  return {
    agencyIds: await column(
      `(select agency_id as value from reports where agency_id is not null group by 1 order by count(*) desc limit 3)
       union all (select agency_id from reports where agency_id is not null group by 1 order by count(*) limit 2)`,
    ),
    connectionIds: await column('select id as value from connections order by channel'),
    reportIds: await column(sample('id')),
    incidentIds: await column(
      'select incident_id as value from reports where incident_id is not null group by 1 order by count(*) desc limit 4',
    ),
    topics: await column(
      `(select topic_group as value from reports where topic_group is not null group by 1 order by count(*) desc limit 2)
       union all (select topic_group from reports where topic_group is not null group by 1 order by count(*) limit 2)`,
    ),
    areas: await column(
      `with v as (select area_code as code, count(*) from reports where area_code is not null group by 1),
            d as (select left(code, 8) as code, sum(count) as count from v group by 1)
       (select code as value from d order by count desc limit 2) union all (select code from d order by count limit 1)
       union all (select code from v order by count desc limit 1) union all (select code from v order by count limit 1)`,
    ),
    ticketCodes: await column(sample('ticket_code')),
    cursors: {
      newest: await cursors(client, 'last_message_at', 'snoozed_until is null'),
      oldest: await cursors(client, 'received_at', 'snoozed_until is null'),
      due: await cursors(client, 'next_due_at', 'next_due_at is not null and snoozed_until is null'),
    },
  };
}

async function cursors(client: Client, column: string, condition: string): Promise<string[]> {
  const { rows } = await client.query<{ at: Date; id: string }>(
    `select distinct on (part) ${column} as at, id
       from (select ${column}, id, row_number() over (order by ${column}, id) as row, count(*) over () as rows
               from reports where ${condition}) r
       join unnest($1::float8[]) part on row >= part * rows and row <= part * rows + 1 order by part, row`,
    [DEPTH_PARTS],
  );
  return rows.map(({ at, id }) => Buffer.from(JSON.stringify([at.toISOString(), id])).toString('base64url'));
}
