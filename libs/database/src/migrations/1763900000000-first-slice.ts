import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Everything of the first slice. Hand-written SQL: order of columns is from wide to narrow to save padding. */
export class FirstSlice1763900000000 implements MigrationInterface {
  name = 'FirstSlice1763900000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    const tables = await runner.query(
      `select tablename from pg_tables where schemaname = current_schema() and tablename <> 'migrations'`,
    );
    for (const { tablename } of tables as { tablename: string }[]) {
      await runner.query(`drop table if exists "${tablename}" cascade`);
    }
    await runner.query('drop sequence if exists ticket_numbers');
  }
}

const STATEMENTS = [
  `create sequence ticket_numbers as bigint start 1`,

  `create table agencies (
    id uuid primary key,
    code text not null unique,
    name text not null,
    short_name text not null,
    is_active boolean not null default true,
    created_at timestamptz not null default now()
  )`,
  `create table users (
    id uuid primary key,
    email text not null unique,
    name text not null,
    role text not null check (role in ('admin', 'officer', 'agency-member')),
    agency_id uuid references agencies (id),
    password_hash text,
    disabled_at timestamptz,
    last_login_at timestamptz,
    created_at timestamptz not null default now(),
    check ((role = 'agency-member') = (agency_id is not null))
  )`,
  `create index users_agency_id on users (agency_id)`,
  `create table one_time_links (
    token_hash bytea primary key,
    purpose text not null check (purpose in ('first-admin', 'invitation', 'reset')),
    user_id uuid references users (id) on delete cascade,
    expires_at timestamptz not null,
    used_at timestamptz,
    created_at timestamptz not null default now()
  )`,
  `create index one_time_links_user_id on one_time_links (user_id)`,
  `create table sessions (
    token_hash bytea primary key,
    user_id uuid not null references users (id) on delete cascade,
    created_at timestamptz not null default now(),
    last_seen_at timestamptz not null default now(),
    expires_at timestamptz not null
  )`,
  `create index sessions_user_id on sessions (user_id)`,
  `create table api_tokens (
    id uuid primary key,
    token_hash bytea not null unique,
    name text not null,
    role text not null check (role in ('admin', 'officer', 'agency-member')),
    agency_id uuid references agencies (id),
    created_at timestamptz not null default now(),
    last_used_at timestamptz,
    revoked_at timestamptz
  )`,
  `create index api_tokens_agency_id on api_tokens (agency_id)`,
  `create table settings (
    key text primary key,
    value jsonb not null,
    updated_at timestamptz not null default now()
  )`,

  `create table connections (
    id uuid primary key,
    channel text not null,
    name text not null,
    status text not null default 'active' check (status in ('active', 'paused')),
    settings jsonb not null default '{}',
    secrets bytea,
    cursor text,
    health_state text not null default 'unchecked'
      check (health_state in ('unchecked', 'healthy', 'degraded', 'needs-reauthorisation', 'unreachable')),
    health_reason text,
    health_account text,
    health_checked_at timestamptz,
    retry_at timestamptz,
    last_event_at timestamptz,
    received_count bigint not null default 0,
    duplicate_count bigint not null default 0,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now()
  )`,
  `create table connection_usage (
    id bigint generated always as identity primary key,
    connection_id uuid not null references connections (id) on delete cascade,
    item text not null,
    quantity integer not null,
    cost_rupiah numeric(14, 4) not null,
    used_at timestamptz not null default now()
  )`,
  `create index connection_usage_sum on connection_usage (connection_id, used_at)`,

  // The ledger: its number is the order of arrival. No full-text index here: it stands on the path that answers
  // the platform. (connection_id, kind, external_id) is what makes a second delivery harmless.
  `create table raw_events (
    id bigint generated always as identity primary key,
    connection_id uuid not null references connections (id),
    received_at timestamptz not null default now(),
    processed_at timestamptz,
    next_attempt_at timestamptz,
    message_id uuid,
    lane smallint not null,
    attempts smallint not null default 0,
    state text not null default 'pending'
      check (state in ('pending', 'shown', 'merged', 'ignored', 'quarantined')),
    kind text not null,
    external_id text not null,
    conversation_key text not null,
    reason text,
    payload bytea not null,
    constraint raw_events_once unique (connection_id, kind, external_id)
  )`,
  `create index raw_events_pending on raw_events (lane, id) where state = 'pending'`,
  `create index raw_events_set_aside on raw_events (connection_id, state, id) where state in ('ignored', 'quarantined')`,

  `create table contacts (
    id uuid primary key,
    display_name text not null,
    is_anonymous boolean not null default false,
    created_at timestamptz not null default now()
  )`,
  `create table identities (
    id uuid primary key,
    contact_id uuid not null references contacts (id),
    scope text not null,
    external_id text not null,
    channel text not null,
    handle text,
    display_name text,
    phone text,
    email text,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    constraint identities_once unique (scope, external_id)
  )`,
  `create index identities_contact_id on identities (contact_id)`,
  `create table conversations (
    id uuid primary key,
    connection_id uuid not null references connections (id),
    external_id text not null,
    kind text not null check (kind in ('private', 'group', 'public', 'form')),
    title text,
    created_at timestamptz not null default now(),
    constraint conversations_once unique (connection_id, external_id)
  )`,

  `create table reports (
    id uuid primary key,
    connection_id uuid not null references connections (id),
    conversation_id uuid not null references conversations (id),
    contact_id uuid not null references contacts (id),
    identity_id uuid not null references identities (id),
    agency_id uuid references agencies (id),
    assignee_id uuid references users (id),
    received_at timestamptz not null,
    last_message_at timestamptz not null,
    first_answered_at timestamptz,
    last_answered_at timestamptz,
    closed_at timestamptz,
    updated_at timestamptz not null default now(),
    version integer not null default 1,
    message_count integer not null default 0,
    confidence real not null,
    class text not null check (class in ('complaint', 'aspiration', 'information', 'other', 'spam')),
    class_source text not null default 'model' check (class_source in ('model', 'person')),
    status text not null default 'new'
      check (status in ('new', 'verified', 'in-progress', 'on-hold', 'not-our-authority', 'closed', 'archived')),
    channel text not null,
    ticket_code text not null unique,
    is_supervisory boolean not null default false,
    is_public_record boolean not null default false,
    is_urgent boolean not null default false,
    has_attachments boolean not null default false,
    excerpt text not null,
    tracking_secret_hash bytea
  )`,
  `create index reports_by_last_message on reports (last_message_at desc, id desc)`,
  `create index reports_by_receipt on reports (received_at, id)`,
  `create index reports_status on reports (status, last_message_at desc, id desc)`,
  `create index reports_class on reports (class, last_message_at desc, id desc)`,
  `create index reports_channel on reports (channel, last_message_at desc, id desc)`,
  `create index reports_agency_id on reports (agency_id, last_message_at desc, id desc) where agency_id is not null`,
  `create index reports_unanswered on reports (last_message_at desc, id desc)
    where status in ('new', 'verified', 'in-progress', 'on-hold') and first_answered_at is null`,
  `create index reports_connection_id on reports (connection_id)`,
  `create index reports_conversation on reports (conversation_id, contact_id, last_message_at desc)`,
  `create index reports_contact_id on reports (contact_id)`,
  `create index reports_identity_id on reports (identity_id)`,
  `create index reports_assignee_id on reports (assignee_id) where assignee_id is not null`,

  // Apart from reports: a change of status must not write into the full-text index again.
  `create table report_search (
    report_id uuid primary key references reports (id) on delete cascade,
    words tsvector not null
  )`,
  `create index report_search_words on report_search using gin (words)`,

  `create table messages (
    id uuid primary key,
    report_id uuid not null references reports (id),
    connection_id uuid not null references connections (id),
    conversation_id uuid not null references conversations (id),
    identity_id uuid references identities (id),
    raw_event_id bigint,
    sent_at timestamptz not null,
    received_at timestamptz not null,
    edited_at timestamptz,
    deleted_at timestamptz,
    direction text not null default 'inbound' check (direction in ('inbound', 'outbound')),
    external_id text not null,
    reply_to_external_id text,
    album_id text,
    permalink text,
    latitude double precision,
    longitude double precision,
    location_label text,
    notes text[] not null default '{}',
    text text not null,
    constraint messages_once unique (connection_id, external_id)
  )`,
  `create index messages_report_id on messages (report_id, sent_at)`,
  `create index messages_conversation_id on messages (conversation_id)`,
  `create index messages_album on messages (conversation_id, album_id) where album_id is not null`,
  `create index messages_identity_id on messages (identity_id)`,

  `create table message_revisions (
    id bigint generated always as identity primary key,
    message_id uuid not null references messages (id) on delete cascade,
    replaced_at timestamptz not null,
    text text not null
  )`,
  `create index message_revisions_message_id on message_revisions (message_id, id)`,
  `create table message_reactions (
    message_id uuid not null references messages (id) on delete cascade,
    identity_id uuid not null references identities (id),
    emoji text not null,
    reacted_at timestamptz not null default now(),
    primary key (message_id, identity_id)
  )`,
  `create index message_reactions_identity_id on message_reactions (identity_id)`,
  `create table attachments (
    id uuid primary key,
    message_id uuid not null references messages (id) on delete cascade,
    size_bytes bigint,
    position smallint not null,
    kind text not null,
    external_id text,
    url text,
    mime_type text,
    file_name text,
    description text
  )`,
  `create index attachments_message_id on attachments (message_id, position)`,

  `create table classifications (
    id bigint generated always as identity primary key,
    report_id uuid not null references reports (id) on delete cascade,
    user_id uuid references users (id),
    created_at timestamptz not null default now(),
    confidence real not null,
    source text not null check (source in ('model', 'person')),
    class text not null,
    flags jsonb not null,
    scores jsonb,
    evidence jsonb,
    model_version text,
    text text
  )`,
  `create index classifications_report_id on classifications (report_id, id desc)`,
  `create index classifications_user_id on classifications (user_id)`,
  `create table dispositions (
    id uuid primary key,
    report_id uuid not null references reports (id) on delete cascade,
    agency_id uuid not null references agencies (id),
    user_id uuid references users (id),
    note text,
    created_at timestamptz not null default now()
  )`,
  `create index dispositions_report_id on dispositions (report_id)`,
  `create index dispositions_agency_id on dispositions (agency_id)`,
  `create index dispositions_user_id on dispositions (user_id)`,

  `create table replies (
    id uuid primary key,
    report_id uuid not null references reports (id),
    connection_id uuid not null references connections (id),
    conversation_id uuid not null references conversations (id),
    in_reply_to_message_id uuid not null references messages (id),
    author_id uuid references users (id),
    idempotency_key uuid not null,
    created_at timestamptz not null default now(),
    next_attempt_at timestamptz,
    sending_since timestamptz,
    sent_at timestamptz,
    delivered_at timestamptz,
    read_at timestamptz,
    attempts smallint not null default 0,
    state text not null default 'queued'
      check (state in ('queued', 'sending', 'sent', 'delivered', 'read', 'failed', 'unknown', 'cancelled')),
    external_id text,
    permalink text,
    problem text,
    text text not null,
    constraint replies_once unique (report_id, idempotency_key)
  )`,
  `create unique index replies_external_id on replies (connection_id, external_id) where external_id is not null`,
  `create index replies_report_id on replies (report_id, created_at)`,
  `create index replies_open on replies (created_at) where state in ('queued', 'sending')`,
  `create index replies_conversation_id on replies (conversation_id)`,
  `create index replies_in_reply_to on replies (in_reply_to_message_id)`,
  `create index replies_author_id on replies (author_id)`,

  `create table report_events (
    id bigint generated always as identity primary key,
    report_id uuid not null references reports (id) on delete cascade,
    actor_id uuid,
    at timestamptz not null default now(),
    actor_kind text not null check (actor_kind in ('citizen', 'user', 'system', 'token')),
    kind text not null,
    data jsonb not null default '{}'
  )`,
  `create index report_events_report_id on report_events (report_id, id)`,

  // What screens follow. Writers take one advisory lock before they insert, so numbers appear in order.
  `create table changes (
    id bigint generated always as identity primary key,
    at timestamptz not null default now(),
    agency_id uuid,
    topic text not null,
    entity_id text not null,
    kind text not null
  )`,
  `create index changes_at on changes (at)`,
  `create table audit_log (
    id bigint generated always as identity primary key,
    at timestamptz not null default now(),
    actor_id uuid,
    actor_kind text not null,
    action text not null,
    subject text not null,
    data jsonb not null default '{}'
  )`,
];
