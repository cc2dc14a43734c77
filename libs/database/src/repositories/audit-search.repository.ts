import { Injectable } from '@nestjs/common';
import { Database } from '../database.js';

export interface AuditFilter {
  /** A user's or token's id; `system`: what happened without anybody. */
  readonly actor?: string | undefined;
  readonly action?: string | undefined;
  /** What stands before the colon of a subject, e.g. `connection`. */
  readonly subjectKind?: string | undefined;
  readonly ticketCode?: string | undefined;
  /** First and last day in `timeZone`, e.g. `2026-11-01`. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly timeZone: string;
}

export interface AuditRow {
  /** Its place in the order: `<microseconds since 1970>.<0: timeline, 1: audit>.<id>` */
  readonly cursor: string;
  readonly source: 'audit' | 'timeline';
  readonly at: Date;
  readonly actorKind: string;
  readonly actorId: string | null;
  readonly actorName: string | null;
  readonly action: string;
  readonly subject: string;
  /** What people call it; null where it has no name, or is gone. */
  readonly subjectName: string | null;
  readonly data: Readonly<Record<string, unknown>>;
}

const SINCE_1970 = `(extract(epoch from at) * 1000000)::bigint`;

/** The audit log and what people did to reports, as one list, newest first. */
@Injectable()
export class AuditSearchRepository {
  constructor(private readonly database: Database) {}

  /** @param after the cursor of the last row of the page before */
  async page(filter: AuditFilter, after: string | null, limit: number): Promise<AuditRow[]> {
    const [micros = null, source = null, id = null] = after?.split('.') ?? [];
    return this.database.query<AuditRow>(
      `with found as (${AUDIT} union all ${TIMELINE} order by 1 desc, 2 desc, 3 desc limit $1),
            things as (select *, case when subject ~ '^[a-z_-]+:[0-9a-f]{8}-[0-9a-f-]{27}$'
                                      then split_part(subject, ':', 2)::uuid end as thing from found)
       select ${SINCE_1970} || '.' || source || '.' || e.id as cursor,
              case source when 1 then 'audit' else 'timeline' end as source,
              at, actor_kind as "actorKind", actor_id as "actorId",
              coalesce(u.name, k.name) as "actorName", action, subject, data,
              case split_part(subject, ':', 1)
                when 'report' then (select ticket_code from reports where id = thing)
                when 'user' then (select name from users where id = thing)
                when 'connection' then (select name from connections where id = thing)
                when 'agency' then (select short_name from agencies where id = thing)
                when 'api-token' then (select name from api_tokens where id = thing)
              end as "subjectName"
         from things e
         left join users u on u.id = e.actor_id and e.actor_kind = 'user'
         left join api_tokens k on k.id = e.actor_id and e.actor_kind = 'token'
        order by at desc, source desc, e.id desc`,
      [
        limit,
        ...[filter.actor === 'system' ? null : (filter.actor ?? null), filter.actor === 'system'],
        ...[filter.action ?? null, filter.subjectKind ?? null, filter.ticketCode ?? null],
        ...[filter.from ?? null, filter.to ?? null, filter.timeZone],
        ...[micros, source, id],
      ],
    );
  }
}

/** Parameters that are null fall away when the statement is planned, so that each filter finds its index. */
const CONDITIONS = (source: 0 | 1): string =>
  `($2::uuid is null or actor_id = $2) and ($3::boolean is false or actor_kind = 'system')
   and ($4::text is null or ${source === 1 ? 'action' : 'kind'} = $4)
   and ($7::date is null or at >= $7::date::timestamp at time zone $9)
   and ($8::date is null or at < ($8::date + 1)::timestamp at time zone $9)
   and ($10::bigint is null
        or at <= 'epoch'::timestamptz + $10::bigint * interval '1 microsecond'
           and (at, ${source}, id) < ('epoch'::timestamptz + $10::bigint * interval '1 microsecond', $11::int, $12::bigint))`;

const AUDIT = `(select at, 1 as source, id, actor_kind, actor_id, action, subject, data from audit_log
  where ${CONDITIONS(1)}
    and ($5::text is null or subject = $5 or subject like $5 || ':%')
    and ($6::text is null or subject = (select 'report:' || r.id from reports r where r.ticket_code = $6))
  order by at desc, id desc limit $1)`;

/** What the audit log has as well stands there. */
const TIMELINE = `(select at, 0 as source, id, actor_kind, actor_id, kind as action, 'report:' || report_id as subject,
    '{}'::jsonb as data from report_events
  where actor_kind in ('user', 'token') and kind <> 'personal-data-revealed' and ${CONDITIONS(0)}
    and ($5::text is null or $5 = 'report')
    and ($6::text is null or report_id = (select r.id from reports r where r.ticket_code = $6))
  order by at desc, id desc limit $1)`;
