import type { Matter } from './seed-sources.js';

interface Sources {
  readonly matters: readonly Matter[];
  readonly villages: readonly { readonly code: string; readonly name: string }[];
  readonly agencies: readonly { readonly code: string; readonly name: string; readonly shortName: string }[];
  readonly total: number;
}

export interface Statement {
  readonly sql: string;
  readonly parameters?: unknown[];
}

/** Channels by their share in percent. */
const CHANNELS: readonly (readonly [string, number])[] = [
  ['whatsapp-cloud', 32],
  ['facebook', 16],
  ['instagram', 13],
  ['web-form', 10],
  ['telegram', 8],
  ['sms', 7],
  ['x', 6],
  ['email', 5],
  ['youtube', 3],
];
const FIRST_NAMES =
  'Budi Siti Agus Dewi Andi Rina Joko Sri Hasan Nurul Yusuf Lina Rahmat Fitri Made Wati Eko Maya';
const LAST_NAMES =
  'Santoso Rahman Wijaya Hidayat Lestari Saputra Noor Basri Ismail Putri Gunawan Siregar Pranoto';

/** What the reports refer to, and the scratch tables that they are drawn from. */
export function preparations({ matters, villages, agencies, total }: Sources): Statement[] {
  return [
    { sql: KEY_FUNCTION },
    {
      sql: `create temp table seed_matters as select (row_number() over (order by random()))::int as number, * from
        json_to_recordset($1::json) as m(text text, class text, supervisory boolean, "publicRecord" boolean,
          urgent boolean, language text, "topicCode" text, "topicGroup" text, agency text)`,
      parameters: [JSON.stringify(matters)],
    },
    { sql: 'create unique index on seed_matters (number)' },
    {
      sql: `create temp table seed_villages as select (row_number() over (order by random()))::int as number, * from
        json_to_recordset($1::json) as v(code text, name text)`,
      parameters: [JSON.stringify(villages)],
    },
    { sql: 'create unique index on seed_villages (number)' },
    {
      sql: `insert into agencies (id, code, name, short_name) select uuidv7(), code, name, "shortName"
        from json_to_recordset($1::json) as a(code text, name text, "shortName" text) on conflict (code) do nothing`,
      parameters: [JSON.stringify(agencies)],
    },
    {
      sql: `create temp table seed_agencies as
        select (row_number() over (order by code))::int as number, id, code from agencies`,
    },
    {
      sql: `insert into users (id, email, name, role) select uuidv7(), 'petugas' || n || '@example.org',
        'Petugas ' || n, 'officer' from generate_series(1, 24) n`,
    },
    {
      sql: `create temp table seed_users as
        select (row_number() over (order by role, email))::int as number, id from users`,
    },
    {
      sql: `insert into connections (id, channel, name, status)
        select uuidv7(), c.channel, initcap(c.channel), 'paused' from unnest($1::text[]) as c(channel)
         where not exists (select from connections k where k.channel = c.channel)`,
      parameters: [CHANNELS.map(([channel]) => channel)],
    },
    {
      sql: `create temp table seed_channels as
        select (ordinality - 1)::int as number, k.id, k.channel
          from unnest($1::text[]) with ordinality as c(channel, ordinality)
          cross join lateral (select * from connections k where k.channel = c.channel order by k.id limit 1) k`,
      parameters: [CHANNELS.flatMap(([channel, share]) => Array.from({ length: share }, () => channel))],
    },
    { sql: contacts(Math.ceil(total / 2.5)) },
    {
      sql: `insert into identities (id, contact_id, scope, external_id, channel, display_name, phone)
        select pg_temp.key('identity' || k), c.id, h.channel, 'person-' || k, h.channel, c.display_name,
               case when h.channel in ('sms', 'whatsapp-cloud') then '+62812' || lpad(k::text, 8, '0') end
          from seed_contacts c join seed_channels h on h.number = c.k % 100`,
    },
    {
      sql: `insert into conversations (id, connection_id, external_id, kind)
        select pg_temp.key('conversation' || k), h.id, 'conversation-' || k,
               case h.channel when 'web-form' then 'form' when 'x' then 'public' when 'youtube' then 'public' else 'private' end
          from seed_contacts c join seed_channels h on h.number = c.k % 100`,
    },
    {
      sql: `insert into incidents (id, user_id) select pg_temp.key('incident' || n), u.id
        from generate_series(0, ${Math.ceil(total / 400)}) n join seed_users u on u.number = 1 + n % 20`,
    },
    {
      sql: `insert into tags (name) select 'label-' || n from generate_series(1, 30) n on conflict do nothing`,
    },
    { sql: BATCH_TABLE },
  ];
}

const contacts = (count: number): string => `
  create temp table seed_contacts as
    select k, pg_temp.key('contact' || k) as id,
           f[1 + (k * 7) % cardinality(f)] || ' ' || l[1 + (k / 3) % cardinality(l)] as display_name
      from generate_series(0, ${count - 1}) k,
           string_to_array('${FIRST_NAMES}', ' ') f, string_to_array('${LAST_NAMES}', ' ') l;
  insert into contacts (id, display_name) select id, display_name from seed_contacts`;

/** The key of a thing by its name: a UUID of version 8. */
const KEY_FUNCTION = `create function pg_temp.key(name text) returns uuid language sql immutable as
  $$ select overlay(overlay(md5(name) placing '8' from 13) placing '8' from 17)::uuid $$`;

const BATCH_TABLE = `create temp table seed_batch (
  id uuid, message_id uuid, n int, code text, k int, connection_id uuid, channel text, received_at timestamptz,
  status text, messages int, text text, class text, supervisory boolean, public_record boolean, urgent boolean,
  language text, topic_code text, topic_group text, area_code text, agency_id uuid, assignee_id uuid, answered_at timestamptz,
  closed_at timestamptz, by_person boolean, has_files boolean, has_place boolean, r double precision)`;
