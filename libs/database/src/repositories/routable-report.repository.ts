import { Injectable } from '@nestjs/common';
import type { RoutableReport } from '@app/report-model';
import { Database, type Queryable } from '../database.js';
import { insertRows, updateRows } from '../insert-rows.js';
import { newId } from '../new-id.js';
import { FLAGS_COLUMN } from './clock.repository.js';

export interface RoutableRow extends RoutableReport {
  readonly id: string;
  readonly ticketCode: string;
  readonly excerpt: string;
  readonly receivedAt: Date;
  readonly isUnsure: boolean;
  readonly tags: readonly string[];
}

/** What a rule does with one report. */
export interface RoutedReport {
  readonly id: string;
  readonly ruleId: string;
  readonly ruleName: string;
  readonly agencyId: string | null;
  readonly assigneeId: string | null;
  readonly tags: readonly string[];
  readonly setsUrgent: boolean;
}

const ROUTABLE = `select r.id, r.ticket_code as "ticketCode", r.excerpt, r.received_at as "receivedAt", r.class,
    ${FLAGS_COLUMN}, r.topic_group as "topicGroup", r.area_code as "areaCode", r.channel,
    r.connection_id as "connectionId", r.is_unsure as "isUnsure", r.tags,
    coalesce((select string_agg(m.text, ' ' order by m.sent_at) from messages m
      where m.report_id = r.id and m.direction = 'inbound' and m.deleted_at is null), '') as text
  from reports r`;

/** Reports as rules look at them, and what rules have done. */
@Injectable()
export class RoutableReportRepository {
  constructor(private readonly database: Database) {}

  /** Those of `ids` on which nobody has acted, no rule either, and whose class is certain enough. */
  async untouched(tx: Queryable, ids: readonly string[]): Promise<RoutableRow[]> {
    return tx.query<RoutableRow>(
      `${ROUTABLE} where r.id = any($1::uuid[]) and not r.is_unsure and r.status = 'new' and r.class_source = 'model'
          and r.agency_id is null and r.assignee_id is null and r.routing_rule_id is null`,
      [ids],
    );
  }

  /** Received since then, newest first, behind `after`; also those on which people have acted. */
  async received(
    since: Date,
    after: { readonly receivedAt: Date; readonly id: string } | null,
    limit: number,
  ): Promise<RoutableRow[]> {
    return this.database.query<RoutableRow>(
      `${ROUTABLE} where r.received_at >= $1
          and ($2::timestamptz is null or (r.received_at, r.id) < ($2::timestamptz, $3::uuid))
        order by r.received_at desc, r.id desc limit $4`,
      [since, after?.receivedAt ?? null, after?.id ?? null, limit],
    );
  }

  /** Names of active agencies and people, by id; what is not among them is not acted on. */
  async names(on: Queryable, ids: readonly string[]): Promise<Map<string, string>> {
    const rows = await on.query<{ id: string; name: string }>(
      `select id, name from agencies where is_active and id = any($1::uuid[])
       union all select id, name from users where disabled_at is null and id = any($1::uuid[])`,
      [ids],
    );
    return new Map(rows.map(({ id, name }) => [id, name]));
  }

  /** A disposition verifies a new report, whoever made it. */
  async route(tx: Queryable, reports: readonly RoutedReport[]): Promise<void> {
    await updateRows(
      tx,
      'reports',
      {
        id: 'uuid',
        rule: 'uuid',
        agency: 'uuid',
        assignee: 'uuid',
        urgent: 'boolean',
      },
      reports.map(({ id, ruleId, agencyId, assigneeId, setsUrgent }) => ({
        id,
        rule: ruleId,
        agency: agencyId,
        assignee: assigneeId,
        urgent: setsUrgent,
      })),
      `routing_rule_id = r.rule, agency_id = coalesce(r.agency, t.agency_id),
       assignee_id = coalesce(r.assignee, t.assignee_id), is_urgent = t.is_urgent or r.urgent,
       status = case when r.agency is not null and t.status = 'new' then 'verified' else t.status end,
       version = t.version + 1, updated_at = now()`,
      't.id = r.id',
    );
    await updateRows(
      tx,
      'reports',
      { id: 'uuid', added: 'text' },
      reports.filter(({ tags }) => tags.length > 0).map(({ id, tags }) => ({ id, added: tags.join('\n') })),
      `tags = array(select distinct tag from unnest(t.tags || string_to_array(r.added, E'\\n')) tag order by tag)`,
      't.id = r.id',
    );
    await insertRows(
      tx,
      'dispositions',
      { id: 'uuid', report_id: 'uuid', agency_id: 'uuid', note: 'text' },
      reports
        .filter(({ agencyId }) => agencyId !== null)
        .map(({ id, agencyId, ruleName }) => ({
          id: newId(),
          report_id: id,
          agency_id: agencyId,
          note: ruleName,
        })),
    );
    await tx.query(
      `insert into tags (name) select distinct tag from unnest($1::text[]) tag on conflict do nothing`,
      [reports.flatMap(({ tags }) => tags)],
    );
  }
}
