import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Models that were trained on corrections, what a candidate said beside the model in force, corrections left out. */
export class Learning1795689312886 implements MigrationInterface {
  name = 'Learning1795689312886';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table shadow_opinions, model_files, model_versions');
    await runner.query('drop index classifications_of_people');
    await runner.query('drop index classifications_created_at');
    await runner.query('alter table classifications drop column left_out_at, drop column left_out_by');
  }
}

const UP = [
  // A decision of a person is learnt from unless it was left out.
  `alter table classifications
     add column left_out_at timestamptz,
     add column left_out_by uuid references users (id)`,
  `create index classifications_left_out_by on classifications (left_out_by) where left_out_by is not null`,
  `create index classifications_of_people on classifications (id desc) where source = 'person'`,
  // Rows are only added, so their order is that of time: a few pages tell where a week begins.
  `create index classifications_created_at on classifications using brin (created_at)`,
  `create table model_versions (
     id uuid primary key,
     number integer not null generated always as identity,
     requested_by uuid references users (id),
     requested_at timestamptz not null default now(),
     taken_at timestamptz,
     trained_at timestamptz,
     shadow_ended_at timestamptz,
     in_force_since timestamptz,
     decided_by uuid references users (id),
     decided_at timestamptz,
     last_correction_id bigint,
     corpus_size integer not null default 0,
     correction_count integer not null default 0,
     held_out_count integer not null default 0,
     source text not null check (source in ('shipped', 'trained')),
     state text not null
       check (state in ('queued', 'training', 'shadow', 'ready', 'current', 'former', 'refused', 'failed')),
     step text,
     version text,
     reading text,
     reason text,
     worse jsonb not null default '[]',
     shadow jsonb,
     tests jsonb
   )`,
  `create unique index model_versions_shipped on model_versions (version) where source = 'shipped'`,
  `create unique index model_versions_current on model_versions (state) where state = 'current'`,
  // One training and one candidate at a time.
  `create unique index model_versions_open on model_versions ((true)) where state in ('queued', 'training')`,
  `create unique index model_versions_candidate on model_versions ((true)) where state in ('shadow', 'ready')`,
  `create index model_versions_requested_by on model_versions (requested_by)`,
  `create index model_versions_decided_by on model_versions (decided_by)`,
  // Apart from the versions: read only by who classifies.
  `create table model_files (
     model_id uuid primary key references model_versions (id) on delete cascade,
     sha256 bytea not null,
     file bytea not null
   )`,
  `create table shadow_opinions (
     id bigint generated always as identity primary key,
     model_id uuid not null references model_versions (id) on delete cascade,
     report_id uuid not null references reports (id) on delete cascade,
     at timestamptz not null default now(),
     confidence real not null,
     candidate_confidence real not null,
     differs boolean not null,
     class text not null,
     candidate_class text not null,
     flags jsonb not null,
     candidate_flags jsonb not null
   )`,
  `create index shadow_opinions_model_id on shadow_opinions (model_id, id desc)`,
  `create index shadow_opinions_report_id on shadow_opinions (report_id)`,
];
