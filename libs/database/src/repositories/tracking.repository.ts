import { Injectable } from '@nestjs/common';
import type { ReplyState, ReportStatus } from '@app/report-model';
import { Database } from '../database.js';

/** What became of something that a citizen sent through one of our own pages. */
export interface SubmissionRow {
  readonly state: 'pending' | 'shown' | 'merged' | 'ignored' | 'quarantined';
  readonly kind: string;
  readonly externalId: string;
  readonly payload: Buffer;
  readonly receivedAt: Date;
  readonly ticketCode: string | null;
}

/** A report as its own citizen may see it. */
export interface TrackedReport {
  readonly id: string;
  readonly ticketCode: string;
  readonly connectionId: string;
  readonly channel: string;
  readonly agencyId: string | null;
  readonly status: ReportStatus;
  /** What the citizen was asked when the report began to wait for them. */
  readonly question: string | null;
  /** Who is in charge, where the office is not. */
  readonly addressee: string | null;
  readonly receivedAt: Date;
  /** SHA-256; null: nobody was given a secret, the answer comes where the citizen wrote. */
  readonly trackingSecretHash: Buffer | null;
  readonly conversationExternalId: string;
  readonly authorExternalId: string;
}

export interface TrackedText {
  readonly id: string;
  readonly from: 'citizen' | 'office';
  readonly text: string;
  readonly at: Date;
  /** Of an answer. */
  readonly state: ReplyState | null;
  /** Ids of the citizen's own pictures, as far as there is a small one to show. */
  readonly photos: readonly string[];
}

@Injectable()
export class TrackingRepository {
  constructor(private readonly database: Database) {}

  async submission(connectionId: string, kind: string, externalId: string): Promise<SubmissionRow | null> {
    const [row] = await this.database.query<SubmissionRow>(
      `select e.state, e.kind, e.external_id as "externalId", e.payload, e.received_at as "receivedAt",
              r.ticket_code as "ticketCode"
         from raw_events e left join messages m on m.id = e.message_id left join reports r on r.id = m.report_id
        where e.connection_id = $1 and e.kind = $2 and e.external_id = $3`,
      [connectionId, kind, externalId],
    );
    return row ?? null;
  }

  async report(ticketCode: string): Promise<TrackedReport | null> {
    const [row] = await this.database.query<TrackedReport>(
      `select r.id, r.ticket_code as "ticketCode", r.connection_id as "connectionId", r.channel,
              r.agency_id as "agencyId", r.status, r.received_at as "receivedAt",
              s.data ->> 'question' as question, s.data ->> 'addressee' as addressee,
              r.tracking_secret_hash as "trackingSecretHash", v.external_id as "conversationExternalId",
              i.external_id as "authorExternalId"
         from reports r join conversations v on v.id = r.conversation_id join identities i on i.id = r.identity_id
         left join lateral (select data from report_events where report_id = r.id and kind = 'status-changed'
                             order by id desc limit 1) s on s.data ->> 'to' = r.status
        where r.ticket_code = $1`,
      [ticketCode],
    );
    return row ?? null;
  }

  /** The citizen's messages and the answers that have reached the page, oldest first. */
  async texts(reportId: string): Promise<TrackedText[]> {
    return this.database.query<TrackedText>(
      `select m.id, 'citizen' as "from", m.text, m.sent_at as at, null as state,
              array(select a.id::text from attachments a join media_files f on f.sha256 = a.sha256 and f.has_thumbnail
                     where a.message_id = m.id and a.state = 'stored' order by a.position) as photos
         from messages m where m.report_id = $1 and m.direction = 'inbound' and m.deleted_at is null
       union all
       select id, 'office', text, coalesce(sent_at, created_at), state, '{}' from replies
        where report_id = $1 and state in ('sent', 'delivered', 'read')
       order by at, id`,
      [reportId],
    );
  }

  /** @returns the hash of a picture of this report; null for those of others */
  async photo(reportId: string, attachmentId: string): Promise<string | null> {
    const [row] = await this.database.query<{ sha256: string }>(
      `select a.sha256 from attachments a join messages m on m.id = a.message_id
        where a.id = $2 and m.report_id = $1 and m.direction = 'inbound' and m.deleted_at is null
          and a.state = 'stored'`,
      [reportId, attachmentId],
    );
    return row?.sha256 ?? null;
  }
}
