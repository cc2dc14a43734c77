import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a report is about, who should act, where it is: columns for lists, the whole finding beside them. */
export class ReportFacts1795675600000 implements MigrationInterface {
  name = 'ReportFacts1795675600000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index reports_urgent');
    await runner.query('drop index reports_topic_group');
    await runner.query('drop table report_facts');
    await runner.query(
      'alter table reports drop column topic_code, drop column topic_group, drop column topic_source, drop column area_code, drop column area_source',
    );
  }
}

const UP = [
  `alter table reports
     add column topic_code text,
     add column topic_group text,
     add column topic_source text not null default 'model' check (topic_source in ('model', 'person')),
     add column area_code text,
     add column area_source text not null default 'model' check (area_source in ('model', 'person'))`,
  // Apart from reports: read on one report's screen only.
  `create table report_facts (
     report_id uuid primary key references reports (id) on delete cascade,
     found_at timestamptz not null default now(),
     taxonomy_version text not null,
     agency text not null,
     is_ours boolean not null,
     confidence real not null,
     places jsonb not null,
     personal_data jsonb not null
   )`,
  `create index reports_topic_group on reports (topic_group, last_message_at desc, id desc)
     where topic_group is not null`,
  `create index reports_urgent on reports (last_message_at desc, id desc) where is_urgent`,
];
