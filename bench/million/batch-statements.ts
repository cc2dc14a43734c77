/**
 * One batch: `$1` ticket codes, `$2` how many there are before it, `$3` how many there will be. Time runs over three
 * years with nights and a rise towards today; what is young is mostly open, what is old mostly ended.
 */
const DRAW = `
  insert into seed_batch
  with drawn as materialized (
    select code, ($2::int + i)::int as n, random() a, random() b, random() c, random() d, random() e, random() f,
           random() g, random() h, random() r
      from unnest($1::text[]) with ordinality as t(code, i)),
  timed as (
    select *, now() - interval '1095 days' * power(1 - n::float8 / $3::int, 1.15) - interval '10 hours' * a as received_at,
           power(1 - n::float8 / $3::int, 1.15) * 1095 as days,
           floor((select count(*) from seed_contacts) * power(b, 1.4))::int as k
      from drawn),
  staged as (
    select *, case
        when c < 0.006 + 0.9 * exp(-days / 50) then
          case when d < 0.30 then 'new' when d < 0.55 then 'verified' when d < 0.92 then 'in-progress' else 'on-hold' end
        when d < 0.80 then 'closed' when d < 0.95 then 'archived' else 'not-our-authority' end as status
      from timed)
  select uuidv7(s.received_at - now()), uuidv7(s.received_at - now()), s.n, s.code, s.k, h.id, h.channel, s.received_at,
         s.status, case when e < 0.78 then 1 when e < 0.9 then 2 when e < 0.97 then 3 else 3 + floor(f * 6)::int end,
         m.text || case when f < 0.6 then ' Lokasi di Desa ' || v.name || ' RT ' || (1 + floor(g * 30))::int || '.' else '' end
           || case when g < 0.06 then ' Nomor pelanggan ' || (10000000 + floor(r * 89999999))::int || '.' else '' end
           || case when h < 0.12 then ' ' || m2.text || ' ' || m3.text else '' end
           || case when h < 0.015 then ' ' || repeat(m2.text || ' ' || m.text || ' ', 6) else '' end,
         m.class, m.supervisory, m."publicRecord", m.urgent, m.language, m."topicCode", m."topicGroup",
         case when f < 0.6 then v.code end,
         case when s.status <> 'new' and m.class <> 'spam' and g < 0.85 then coalesce(y.id, z.id) end,
         case when s.status in ('verified', 'in-progress', 'on-hold', 'closed') and h < 0.6 then u.id end,
         case when s.status = 'closed' or s.status in ('in-progress', 'not-our-authority') and g < 0.6
           then s.received_at + interval '14 days' * power(h, 2) end,
         case when s.status in ('closed', 'archived', 'not-our-authority')
           then least(now(), s.received_at + interval '14 days' * power(h, 2) + interval '30 days' * g * g) end,
         g < 0.15, f < 0.25, e > 0.35 and e < 0.5, r
    from staged s
    join seed_channels h on h.number = s.k % 100
    join seed_matters m on m.number = 1 + floor(power(s.b * 7919 - floor(s.b * 7919), 1.5) * (select count(*) from seed_matters))::int
    join seed_matters m2 on m2.number = 1 + floor(s.g * (select count(*) from seed_matters))::int
    join seed_matters m3 on m3.number = 1 + floor(s.f * (select count(*) from seed_matters))::int
    join seed_villages v on v.number = 1 + floor(power(s.r, 1.6) * (select count(*) from seed_villages))::int
    join seed_users u on u.number = 1 + floor(s.e * (select count(*) from seed_users))::int
    join seed_agencies z on z.number = 1 + floor(s.c * (select count(*) from seed_agencies))::int
    left join seed_agencies y on y.code = m.agency
   order by s.n`;

const IS_TIMED = `b.class in ('complaint', 'aspiration', 'information')`;
/** Clocks end with a day. */
const endOfDay = (days: number): string =>
  `date_trunc('day', b.received_at) + interval '${days + 1} days' - interval '1 second'`;
const IS_OPEN = `b.status in ('new', 'verified', 'in-progress', 'on-hold')`;

/** One in ten closed reports is rated. */
const STARS = `case when b.status = 'closed' and b.r > 0.9 then 1 + floor((b.r - 0.9) * 50)::int end`;

/** In order; the first takes the parameters. */
export const BATCH_STATEMENTS: readonly string[] = [
  DRAW,
  `insert into reports (id, connection_id, conversation_id, contact_id, identity_id, agency_id, assignee_id, received_at,
      last_message_at, first_answered_at, last_answered_at, closed_at, updated_at, version, message_count, confidence,
      class, class_source, model_class, stars, status, channel, ticket_code, is_supervisory, is_public_record, is_urgent, has_attachments,
      excerpt, held_at, verification_due_at, answer_due_at, completion_due_at, is_unsure, secondary_class,
      snoozed_until, tags, language, topic_code, topic_group, area_code, incident_id)
    select b.id, b.connection_id, pg_temp.key('conversation' || b.k), pg_temp.key('contact' || b.k),
      pg_temp.key('identity' || b.k), b.agency_id, b.assignee_id, b.received_at,
      b.received_at + interval '3 hours' * (b.messages - 1) * b.r, b.answered_at, b.answered_at, b.closed_at,
      coalesce(b.closed_at, b.received_at), 3, b.messages, case when b.by_person then 1 else 0.5 + b.r / 2 end,
      b.class, case when b.by_person then 'person' else 'model' end,
      case when b.by_person then case when b.r < 0.8 then b.class else 'other' end end, ${STARS}, b.status, b.channel, b.code,
      b.supervisory, b.public_record, b.urgent, b.has_files, left(regexp_replace(b.text, '\\s+', ' ', 'g'), 280),
      case when b.status = 'on-hold' then b.received_at + interval '1 day' end,
      case when ${IS_TIMED} then ${endOfDay(5)} end,
      case when ${IS_TIMED} then ${endOfDay(15)} end,
      case when ${IS_TIMED} then ${endOfDay(80)} end,
      not b.by_person and ${IS_OPEN} and b.r < 0.08, case when b.r > 0.95 then 'information' end,
      case when ${IS_OPEN} and b.r between 0.5 and 0.52 then now() + interval '10 days' * b.r end,
      case when b.r < 0.12 then array['label-' || (1 + floor(b.r * 250))::int] else '{}' end,
      b.language, b.topic_code, b.topic_group, b.area_code, case when b.r < 0.02 then pg_temp.key('incident' || b.n / 400) end
      from seed_batch b order by b.n`,
  `insert into messages (id, report_id, connection_id, conversation_id, identity_id, sent_at, received_at, external_id,
      latitude, longitude, text)
    select case when j = 1 then b.message_id else uuidv7(b.received_at - now()) end, b.id, b.connection_id,
      pg_temp.key('conversation' || b.k), pg_temp.key('identity' || b.k),
      b.received_at + interval '3 hours' * (j - 1) * b.r, b.received_at + interval '3 hours' * (j - 1) * b.r,
      b.n || '-' || j, case when j = 1 and b.has_place then 0.2 + b.r * 1.4 end,
      case when j = 1 and b.has_place then 116.3 + (b.r * 97 - floor(b.r * 97)) * 1.6 end,
      case when j = 1 then b.text else f.text end
      from seed_batch b cross join generate_series(1, b.messages) j
      left join seed_matters f on j > 1 and f.number = 1 + (b.n * 31 + j) % (select count(*) from seed_matters)
     order by b.n, j`,
  `insert into report_search (report_id, words)
    select m.report_id, to_tsvector('simple', string_agg(m.text, E'\\n' order by m.sent_at))
      from seed_batch b join messages m on m.report_id = b.id group by m.report_id`,
  `insert into report_facts (report_id, taxonomy_version, agency, is_ours, confidence, places, personal_data)
    select b.id, '2026-11', coalesce(a.code, 'bupati'), true, 0.8, '[]', '[]'
      from seed_batch b left join agencies a on a.id = b.agency_id`,
  `insert into report_ratings (report_id, stars, words, rated_at)
    select b.id, ${STARS}, '', b.closed_at from seed_batch b where ${STARS} is not null`,
  `insert into attachments (id, message_id, size_bytes, position, kind, mime_type, file_name)
    select uuidv7(b.received_at - now()), b.message_id, 200000 + (b.r * 1800000)::int, 0, 'image', 'image/jpeg', 'foto.jpg'
      from seed_batch b where b.has_files`,
  `insert into classifications (report_id, created_at, confidence, source, class, flags, scores, evidence, model_version, text)
    select b.id, b.received_at, 0.5 + b.r / 2, 'model', case when b.by_person and b.r >= 0.8 then 'other' else b.class end,
      jsonb_build_object('supervisory', b.supervisory, 'publicRecord', b.public_record, 'urgent', b.urgent),
      '{"complaint":0.6,"aspiration":0.1,"information":0.1,"other":0.1,"spam":0.1}', '[]', 'bench', left(b.text, 300)
      from seed_batch b`,
  `insert into report_events (report_id, actor_id, at, actor_kind, kind, data)
    select b.id, null, b.received_at, 'citizen', 'created', '{}'::jsonb from seed_batch b
    union all
    select b.id, u.id, coalesce(b.closed_at, b.received_at + interval '1 hour'), 'user', 'status-changed',
      jsonb_build_object('from', 'new', 'to', b.status)
      from seed_batch b join seed_users u on u.number = 1 + b.n % 20 where b.status <> 'new'
    union all
    select b.id, u.id, b.answered_at, 'user', 'reply-sent', '{}'::jsonb
      from seed_batch b join seed_users u on u.number = 1 + b.n % 20 where b.answered_at is not null`,
  `insert into replies (id, report_id, connection_id, conversation_id, in_reply_to_message_id, author_id,
      idempotency_key, created_at, sent_at, delivered_at, attempts, state, external_id, text)
    select uuidv7(b.answered_at - now()), b.id, b.connection_id, pg_temp.key('conversation' || b.k), b.message_id, u.id,
      gen_random_uuid(), b.answered_at, b.answered_at, b.answered_at, 1, 'sent', 'reply-' || b.n,
      'Terima kasih, laporan Bapak/Ibu ' || b.code || ' sudah kami teruskan dan ditangani petugas di lapangan.'
      from seed_batch b join seed_users u on u.number = 1 + b.n % 20 where b.answered_at is not null`,
];
