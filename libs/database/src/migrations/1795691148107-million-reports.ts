import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Lists, searches and counts over a million reports; measured by `npm run bench:million`. */
export class MillionReports1795691148107 implements MigrationInterface {
  name = 'MillionReports1795691148107';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
    // Without figures about the new expression the planner would guess.
    await runner.query('analyze reports');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'drop index reports_facets, reports_open_class, reports_open_urgent, reports_open_unsure, reports_open_agency',
    );
    await runner.query(
      'drop index reports_supervisory, reports_public_record, reports_assigned, reports_long',
    );
    await runner.query(
      'create index reports_assignee_id on reports (assignee_id) where assignee_id is not null',
    );
  }
}

const OPEN = `status in ('new', 'verified', 'in-progress', 'on-hold')`;
const NEWEST = 'last_message_at desc, id desc';

/** As it was then: the array has been given more words since. */
const REPORT_FACETS = `array_remove(array[
  'class:' || class, 'channel:' || channel, 'connection:' || connection_id::text, 'agency:' || agency_id::text,
  'topic:' || topic_group, case when is_urgent then 'urgent' end, case when is_supervisory then 'supervisory' end,
  case when is_public_record then 'publicRecord' end, case when is_unsure then 'unsure' end,
  case when has_attachments then 'attachments' end], null)`;

const STATEMENTS = [
  // Several filters at once: rare combinations are found without walking through what fits only one of them.
  `create index reports_facets on reports using gin ((${REPORT_FACETS})) with (gin_pending_list_limit = 256)`,
  // Counts stop at a thousand of what is open, so they read a thousand entries.
  `create index reports_open_class on reports (class, ${NEWEST}) where ${OPEN}`,
  `create index reports_open_urgent on reports (${NEWEST}) where is_urgent and ${OPEN}`,
  `create index reports_open_unsure on reports (${NEWEST}) where is_unsure and ${OPEN}`,
  `create index reports_open_agency on reports (agency_id, ${NEWEST}) where agency_id is not null and ${OPEN}`,
  `create index reports_supervisory on reports (${NEWEST}) where is_supervisory`,
  `create index reports_public_record on reports (${NEWEST}) where is_public_record`,
  `create index reports_assigned on reports (assignee_id, ${NEWEST}) where assignee_id is not null`,
  'drop index reports_assignee_id',
  // The few whose last message came long after the first: see ReportListRepository.
  `create index reports_long on reports (${NEWEST}) where last_message_at - received_at > interval '240 hours'`,
];
