import { Injectable } from '@nestjs/common';
import type {
  AttachmentKind,
  AttachmentRefusal,
  AttachmentState,
  ConversationKind,
  Evidence,
  ReplyState,
  ReportClass,
  ReportFlags,
  ReportStatus,
  Role,
} from '@app/report-model';
import { Database } from '../database.js';

export interface ContactRow {
  readonly id: string;
  readonly displayName: string;
  readonly handle: string | null;
  readonly phone: string | null;
  readonly email: string | null;
  readonly externalId: string;
  readonly isAnonymous: boolean;
  readonly isErased: boolean;
  readonly conversationExternalId: string;
  readonly conversationKind: ConversationKind;
  readonly conversationTitle: string | null;
}

export interface MessageRow {
  readonly id: string;
  readonly direction: 'inbound' | 'outbound';
  readonly externalId: string;
  readonly authorName: string;
  readonly authorHandle: string | null;
  readonly text: string;
  readonly latitude: number | null;
  readonly longitude: number | null;
  readonly locationLabel: string | null;
  readonly sentAt: Date;
  readonly receivedAt: Date;
  readonly editedAt: Date | null;
  readonly deletedAt: Date | null;
  readonly notes: string[];
  readonly permalink: string | null;
  readonly attachments: {
    id: string;
    kind: AttachmentKind;
    fileName: string | null;
    mimeType: string | null;
    sizeBytes: number | null;
    description: string | null;
    url: string | null;
    state: AttachmentState;
    refusal: AttachmentRefusal | null;
    problem: string | null;
    nextAttemptAt: string | null;
    hasThumbnail: boolean;
    width: number | null;
    height: number | null;
    latitude: number | null;
    longitude: number | null;
  }[];
  readonly revisions: { text: string; replacedAt: string }[];
  readonly reactions: { emoji: string; authorName: string }[];
}

export interface ReplyRow {
  readonly id: string;
  readonly text: string;
  readonly state: ReplyState;
  readonly problem: string | null;
  readonly authorId: string | null;
  readonly authorName: string | null;
  readonly authorRole: Role | null;
  readonly attempts: number;
  readonly createdAt: Date;
  readonly sentAt: Date | null;
  readonly deliveredAt: Date | null;
  readonly readAt: Date | null;
  readonly choices: string[];
  readonly permalink: string | null;
  readonly mode: 'public' | 'private' | null;
  readonly isChecking: boolean;
  /** A colleague gave it back to its author. */
  readonly isReturned: boolean;
  readonly files: {
    id: string;
    fileName: string;
    mimeType: string;
    sizeBytes: number;
    hasThumbnail: boolean;
  }[];
  /** Oldest first. */
  readonly attemptRows: {
    startedAt: string;
    endedAt: string | null;
    outcome: 'sent' | 'delivered' | 'failed' | 'unknown' | 'postponed' | null;
    problem: string | null;
    externalId: string | null;
  }[];
}

export interface TimelineRow {
  readonly id: string;
  readonly kind: string;
  readonly actorKind: 'citizen' | 'user' | 'system' | 'token';
  readonly actorId: string | null;
  readonly actorName: string | null;
  readonly data: Record<string, unknown>;
  readonly at: Date;
}

export interface ClassificationRow {
  readonly label: ReportClass;
  readonly confidence: number;
  readonly unsure: boolean;
  readonly secondary: ReportClass | null;
  readonly scores: Record<ReportClass, number>;
  readonly flags: ReportFlags;
  readonly evidence: Evidence[];
  readonly text: string;
  readonly modelVersion: string;
}

/** Everything that one report's screen shows. */
@Injectable()
export class ReportDetailRepository {
  constructor(private readonly database: Database) {}

  async contact(reportId: string): Promise<ContactRow | null> {
    const [row] = await this.database.query<ContactRow>(
      `select c.id, c.display_name as "displayName", i.handle, i.phone, i.email, i.external_id as "externalId",
              c.is_anonymous as "isAnonymous", c.erased_at is not null as "isErased", v.external_id as "conversationExternalId",
              v.kind as "conversationKind", v.title as "conversationTitle"
         from reports r join contacts c on c.id = r.contact_id join identities i on i.id = r.identity_id
         join conversations v on v.id = r.conversation_id where r.id = $1`,
      [reportId],
    );
    return row ?? null;
  }

  /** @param agencyId only reports of this agency, for its members */
  async otherReports(contactId: string, exceptId: string, agencyId: string | null) {
    return this.database.query<{ id: string; ticketCode: string; class: ReportClass; status: ReportStatus }>(
      `select id, ticket_code as "ticketCode", class, status from reports
        where contact_id = $1 and id <> $2 and ($3::uuid is null or agency_id = $3)
        order by last_message_at desc limit 20`,
      [contactId, exceptId, agencyId],
    );
  }

  async messages(reportId: string): Promise<MessageRow[]> {
    return this.database.query<MessageRow>(
      `select m.id, m.direction, m.external_id as "externalId", coalesce(i.display_name, '') as "authorName",
              i.handle as "authorHandle", m.text, m.latitude, m.longitude, m.location_label as "locationLabel",
              m.sent_at as "sentAt", m.received_at as "receivedAt", m.edited_at as "editedAt",
              m.deleted_at as "deletedAt", m.notes, m.permalink,
              coalesce((select json_agg(json_build_object('id', a.id, 'kind', a.kind, 'fileName', a.file_name,
                 'mimeType', a.mime_type, 'sizeBytes', a.size_bytes, 'description', a.description, 'url', a.url,
                 'state', a.state, 'refusal', a.refusal, 'problem', a.problem, 'nextAttemptAt', a.next_attempt_at,
                 'hasThumbnail', coalesce(f.has_thumbnail, false), 'width', f.width, 'height', f.height,
                 'latitude', a.latitude, 'longitude', a.longitude) order by a.position)
                 from attachments a left join media_files f on f.sha256 = a.sha256
                where a.message_id = m.id), '[]') as attachments,
              coalesce((select json_agg(json_build_object('text', v.text, 'replacedAt', v.replaced_at) order by v.id)
                 from message_revisions v where v.message_id = m.id), '[]') as revisions,
              coalesce((select json_agg(json_build_object('emoji', e.emoji, 'authorName', x.display_name))
                 from message_reactions e join identities x on x.id = e.identity_id
                where e.message_id = m.id), '[]') as reactions
         from messages m left join identities i on i.id = m.identity_id
        where m.report_id = $1 order by m.sent_at, m.id`,
      [reportId],
    );
  }

  async replies(reportId: string): Promise<ReplyRow[]> {
    return this.database.query<ReplyRow>(
      `select p.id, p.text, p.state, p.problem, p.author_id as "authorId", u.name as "authorName",
              u.role as "authorRole", p.attempts,
              p.created_at as "createdAt", p.sent_at as "sentAt", p.delivered_at as "deliveredAt",
              p.read_at as "readAt", p.permalink, p.mode, p.choices,
              p.check_requested_at is not null as "isChecking",
              p.state = 'cancelled' and exists (select from report_events e where e.report_id = p.report_id
                and e.kind = 'reply-returned' and e.data ->> 'replyId' = p.id::text) as "isReturned",
              coalesce((select json_agg(json_build_object('id', t.id, 'fileName', t.file_name, 'mimeType', f.mime_type,
                 'sizeBytes', f.size_bytes, 'hasThumbnail', f.has_thumbnail) order by t.position)
                 from reply_files t join media_files f on f.sha256 = t.sha256 where t.reply_id = p.id), '[]') as files,
              coalesce((select json_agg(json_build_object('startedAt', a.started_at, 'endedAt', a.ended_at,
                 'outcome', a.outcome, 'problem', a.problem, 'externalId', a.external_id) order by a.id)
                 from reply_attempts a where a.reply_id = p.id), '[]') as "attemptRows"
         from replies p left join users u on u.id = p.author_id
        where p.report_id = $1 order by p.created_at, p.id`,
      [reportId],
    );
  }

  async timeline(reportId: string): Promise<TimelineRow[]> {
    return this.database.query<TimelineRow>(
      `select e.id, e.kind, e.actor_kind as "actorKind", e.actor_id as "actorId", coalesce(u.name, t.name) as "actorName", e.data, e.at
         from report_events e
         left join users u on e.actor_kind = 'user' and u.id = e.actor_id
         left join api_tokens t on e.actor_kind = 'token' and t.id = e.actor_id
        where e.report_id = $1 order by e.id`,
      [reportId],
    );
  }

  /** The classifier's latest opinion. */
  async classification(reportId: string): Promise<ClassificationRow | null> {
    const [row] = await this.database.query<ClassificationRow>(
      `select class as label, confidence, is_unsure as unsure, secondary_class as secondary, scores, flags, evidence, text, model_version as "modelVersion"
         from classifications where report_id = $1 and source = 'model' order by id desc limit 1`,
      [reportId],
    );
    return row ?? null;
  }
}
