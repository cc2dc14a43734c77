import { Injectable } from '@nestjs/common';
import type { ReportClass, ReportFlags, ReportStatus } from '@app/report-model';
import { Database, type Queryable } from '../database.js';
import { FLAGS_COLUMN } from './clock.repository.js';
import { EARLIER_FACTS, type EarlierArea, type EarlierTopic } from './report-facts.repository.js';

export interface WokenReport {
  readonly id: string;
  readonly agencyId: string | null;
  readonly snoozedBy: string | null;
}

/** The newest change that a person made, as the timeline has it. */
export interface LastChange {
  readonly id: string;
  readonly kind: string;
  readonly actorId: string | null;
  readonly at: Date;
  readonly data: Record<string, unknown>;
}

/** Kinds of the timeline that {@link ReportMarkRepository} can take back. */
export const UNDOABLE_KINDS = [
  'status-changed',
  'disposed',
  'assigned',
  'snoozed',
  'tagged',
  'class-corrected',
  'flags-corrected',
  'topic-corrected',
  'area-corrected',
] as const;
/** Beside the report, not in it: what went before can still be taken back. */
const CHANGES_NOTHING = ['noted', 'incident-refused', 'incident-refusal-undone'];
export type UndoableKind = (typeof UNDOABLE_KINDS)[number];

/** What a report was like before a change. */
export interface EarlierState {
  readonly status: ReportStatus;
  readonly agencyId: string | null;
  readonly heldAt: string | null;
  readonly heldDays: number;
  readonly closedAt: string | null;
  readonly assigneeId: string | null;
  readonly class: ReportClass;
  readonly classSource: 'model' | 'person';
  readonly confidence: number;
  readonly isUnsure: boolean;
  readonly flags: ReportFlags;
  readonly flagsSource: 'model' | 'person';
  readonly topic: EarlierTopic;
  readonly area: EarlierArea;
  readonly snoozedUntil: string | null;
  readonly tags: readonly string[];
}

/** Tags, rest, and the way back from a change. */
@Injectable()
export class ReportMarkRepository {
  constructor(private readonly database: Database) {}

  async snooze(tx: Queryable, reportId: string, until: Date | null, userId: string | null): Promise<void> {
    await tx.query(
      `update reports set snoozed_until = $2, snoozed_by = case when $2::timestamptz is null then null else $3::uuid end,
              version = version + 1, updated_at = now() where id = $1`,
      [reportId, until, userId],
    );
  }

  async setTags(tx: Queryable, reportId: string, tags: readonly string[]): Promise<void> {
    await tx.query(
      'update reports set tags = $2::text[], version = version + 1, updated_at = now() where id = $1',
      [reportId, tags],
    );
    await tx.query(
      `insert into tags (name) select unnest($1::text[]) on conflict (name) do update set used_at = now()`,
      [tags],
    );
  }

  /** Those used last first. */
  async tagNames(limit: number): Promise<string[]> {
    const rows = await this.database.query<{ name: string }>(
      'select name from tags order by used_at desc, name limit $1',
      [limit],
    );
    return rows.map(({ name }) => name);
  }

  /** Ends the rest of reports whose time has come. */
  async wakeDue(tx: Queryable, limit: number): Promise<WokenReport[]> {
    return tx.query<WokenReport>(
      `with due as (select id, snoozed_by from reports where snoozed_until <= now() order by snoozed_until limit $1
                       for update skip locked)
       update reports r set snoozed_until = null, snoozed_by = null, version = version + 1, updated_at = now()
         from due where r.id = due.id returning r.id, r.agency_id as "agencyId", due.snoozed_by as "snoozedBy"`,
      [limit],
    );
  }

  /** As a change must note it, to be taken back. */
  async state(tx: Queryable, reportId: string): Promise<EarlierState> {
    const [row] = await tx.query<EarlierState>(
      `select status, class, class_source as "classSource", confidence, is_unsure as "isUnsure", ${FLAGS_COLUMN}, agency_id as "agencyId", assignee_id as "assigneeId", to_json(held_at) #>> '{}' as "heldAt", held_days as "heldDays",
              to_json(closed_at) #>> '{}' as "closedAt", to_json(snoozed_until) #>> '{}' as "snoozedUntil", tags,
              flags_source as "flagsSource", ${EARLIER_FACTS}
         from reports where id = $1`,
      [reportId],
    );
    if (!row) throw new Error(`No report ${reportId}`);
    return row;
  }

  /** The newest entry that a person or program made and that changed the report; null when there is none. */
  async lastChange(tx: Queryable, reportId: string): Promise<LastChange | null> {
    const [row] = await tx.query<LastChange>(
      `select id, kind, actor_id as "actorId", at, data from report_events
        where report_id = $1 and actor_kind in ('user', 'token') and kind <> all($2) order by id desc limit 1`,
      [reportId, CHANGES_NOTHING],
    );
    return row ?? null;
  }

  async restore(tx: Queryable, reportId: string, earlier: EarlierState): Promise<void> {
    await tx.query(
      `update reports set status = $2, agency_id = $3, held_at = $4::timestamptz, held_days = $5,
              closed_at = $6::timestamptz, version = version + 1, updated_at = now() where id = $1`,
      [reportId, earlier.status, earlier.agencyId, earlier.heldAt, earlier.heldDays, earlier.closedAt],
    );
  }

  /** As if the person had not decided. */
  async restoreClass(tx: Queryable, reportId: string, earlier: EarlierState): Promise<void> {
    const { flags } = earlier;
    await tx.query(
      `update reports set class = $2, class_source = $3, confidence = $4, is_supervisory = $5, is_public_record = $6,
              is_urgent = $7, is_unsure = $8, version = version + 1, updated_at = now() where id = $1`,
      [
        reportId,
        earlier.class,
        earlier.classSource,
        earlier.confidence,
        flags.supervisory,
        flags.publicRecord,
        flags.urgent,
        earlier.isUnsure,
      ],
    );
    await tx.query(
      `delete from classifications
        where id = (select max(id) from classifications where report_id = $1 and source = 'person')`,
      [reportId],
    );
  }

  /** What the clocks are counted from. */
  async clockQuestion(tx: Queryable, reportId: string) {
    const [row] = await tx.query<{
      class: ReportClass;
      flags: ReportFlags;
      receivedAt: Date;
      heldDays: number;
    }>(
      `select class, ${FLAGS_COLUMN}, received_at as "receivedAt", held_days as "heldDays"
         from reports where id = $1`,
      [reportId],
    );
    return row ?? null;
  }

  async removeDisposition(tx: Queryable, id: string): Promise<void> {
    await tx.query('delete from dispositions where id = $1', [id]);
  }
}
