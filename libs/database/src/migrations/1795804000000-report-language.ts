import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What the citizen writes in. Reports of before have none until the worker has read them, batch by batch
 * (`ReadLanguagesService`): the indexes of the column are empty here, and only the one of all facets is built again.
 */
export class ReportLanguage1795804000000 implements MigrationInterface {
  name = 'ReportLanguage1795804000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `alter table reports add column language text
         check (language in ('id', 'en', 'jv', 'su', 'bjn', 'vkt', 'und'))`,
    );
    await runner.query('drop index reports_facets');
    for (const statement of INDEXES) await runner.query(statement);
    await runner.query(facetsIndex(`'topic:' || topic_group, 'language:' || language`));
    // Without figures about the new expression the planner would guess.
    await runner.query('analyze reports');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'drop index reports_language, reports_open_language, reports_without_language, reports_facets',
    );
    await runner.query('alter table reports drop column language');
    await runner.query(facetsIndex(`'topic:' || topic_group`));
  }
}

const NEWEST = 'last_message_at desc, id desc';
const INDEXES = [
  `create index reports_language on reports (language, ${NEWEST}) where language is not null`,
  `create index reports_open_language on reports (language, ${NEWEST})
     where language is not null and status in ('new', 'verified', 'in-progress', 'on-hold')`,
  // For the worker that fills the column: empty as soon as it is done.
  'create index reports_without_language on reports (id) where language is null',
];

const facetsIndex = (words: string): string =>
  `create index reports_facets on reports using gin ((array_remove(array[
    'class:' || class, 'channel:' || channel, 'connection:' || connection_id::text, 'agency:' || agency_id::text,
    ${words}, case when is_urgent then 'urgent' end, case when is_supervisory then 'supervisory' end,
    case when is_public_record then 'publicRecord' end, case when is_unsure then 'unsure' end,
    case when has_attachments then 'attachments' end], null))) with (gin_pending_list_limit = 256)`;
