import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The outline of the region's districts, one at most; messages with a place by time; reports by area. */
export class RegionMap1795708100000 implements MigrationInterface {
  name = 'RegionMap1795708100000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `create table region_outline (
         is_only boolean primary key default true check (is_only),
         version text not null,
         file_name text not null,
         shapes text not null,
         district_codes text[] not null,
         unmatched text[] not null,
         uploaded_by uuid references users (id) on delete set null,
         uploaded_at timestamptz not null default now())`,
    );
    await runner.query('create index region_outline_uploader on region_outline (uploaded_by)');
    await runner.query(
      `create index messages_located on messages (sent_at) where latitude is not null and direction = 'inbound'`,
    );
    await runner.query(
      `create index reports_area on reports (area_code text_pattern_ops, last_message_at desc, id desc)
        where area_code is not null`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index reports_area');
    await runner.query('drop index messages_located');
    await runner.query('drop table region_outline');
  }
}
