import { Injectable } from '@nestjs/common';
import type { ReportClass, ReportStatus } from '@app/report-model';
import { Database } from '../database.js';

/** A report without anything of its reporter, and the event that opened it. */
export interface PublicReportRow {
  readonly ticketCode: string;
  readonly class: ReportClass;
  readonly status: ReportStatus;
  readonly receivedAt: Date;
  readonly updatedAt: Date;
  readonly dueAt: Date | null;
  readonly agencyName: string | null;
  readonly answer: string | null;
  readonly kind: string;
  readonly externalId: string;
  readonly eventReceivedAt: Date;
  readonly payload: Buffer;
}

export interface PublicReportQuery {
  readonly ticketCodes?: readonly string[];
  readonly classes?: readonly ReportClass[];
  readonly statuses?: readonly ReportStatus[];
  readonly receivedFrom?: Date;
  readonly receivedTo?: Date;
  readonly limit: number;
}

@Injectable()
export class PublicReportRepository {
  constructor(private readonly database: Database) {}

  /** Of one connection, the newest first. Secret ones, what its author has deleted and what was erased are not among them. */
  async ofConnection(connectionId: string, query: PublicReportQuery): Promise<PublicReportRow[]> {
    return this.database.query<PublicReportRow>(
      `with r as materialized (
         select * from reports where connection_id = $1 and not is_confidential and contents_erased_at is null
            and ($2::text[] is null or ticket_code = any($2))
            and ($3::text[] is null or class = any($3))
            and ($4::text[] is null or status = any($4))
            and ($5::timestamptz is null or received_at >= $5)
            and ($6::timestamptz is null or received_at <= $6)
          order by received_at desc, id desc limit $7)
       select r.ticket_code as "ticketCode", r.class, r.status, r.received_at as "receivedAt",
              r.updated_at as "updatedAt", coalesce(r.completion_due_at, r.answer_due_at) as "dueAt",
              a.name as "agencyName", answer.text as answer, e.kind, e.external_id as "externalId",
              e.received_at as "eventReceivedAt", e.payload
         from r left join agencies a on a.id = r.agency_id
         join lateral (select raw_event_id from messages m
            where m.report_id = r.id and m.direction = 'inbound' and m.deleted_at is null
            order by m.received_at, m.id limit 1) first on true
         join raw_events e on e.id = first.raw_event_id and e.erased_at is null
         left join lateral (select text from replies y
            where y.report_id = r.id and y.state in ('sent', 'delivered', 'read')
            order by coalesce(y.sent_at, y.created_at) desc, y.id desc limit 1) answer on true
        order by r.received_at desc, r.id desc`,
      [
        connectionId,
        query.ticketCodes ?? null,
        query.classes ?? null,
        query.statuses ?? null,
        query.receivedFrom ?? null,
        query.receivedTo ?? null,
        query.limit,
      ],
    );
  }
}
