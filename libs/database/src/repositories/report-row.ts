import type { ReportClass, ReportLanguage, ReportStatus } from '@app/report-model';
import { HELD } from './legal-hold.repository.js';
import { UNDECIDED_REPLY } from './report-conditions.js';

/** One line of the inbox. */
export interface ReportRow {
  readonly id: string;
  readonly ticketCode: string;
  readonly channel: string;
  readonly connectionId: string;
  readonly connectionName: string;
  readonly conversationId: string;
  readonly contactId: string;
  readonly identityId: string;
  readonly class: ReportClass;
  readonly classSource: 'model' | 'person';
  readonly confidence: number;
  /** The classifier is too unsure to act on: a person looks first. */
  readonly isUnsure: boolean;
  /** Of all that the citizen wrote in it. */
  readonly language: ReportLanguage;
  readonly topicCode: string | null;
  readonly topicGroup: string | null;
  readonly areaCode: string | null;
  readonly secondary: ReportClass | null;
  readonly incidentId: string | null;
  /** Reports of the same incident, this one among them; 0 without an incident. */
  readonly incidentSize: number;
  readonly isSupervisory: boolean;
  readonly isPublicRecord: boolean;
  readonly isUrgent: boolean;
  /** The citizen asked that it be kept from everybody who does not handle it. */
  readonly isConfidential: boolean;
  readonly status: ReportStatus;
  readonly agencyId: string | null;
  readonly agencyName: string | null;
  readonly assigneeId: string | null;
  readonly assigneeName: string | null;
  readonly contactName: string;
  readonly excerpt: string;
  readonly messageCount: number;
  readonly hasAttachments: boolean;
  /** An answer failed, or it is not known whether it arrived. */
  readonly hasUndecidedReply: boolean;
  /** It rests until then, out of sight. */
  readonly snoozedUntil: Date | null;
  readonly tags: string[];
  /** The citizen has deleted every message of it. */
  readonly isWithdrawn: boolean;
  /** Its texts were erased when their time was over, or on request. */
  readonly isErased: boolean;
  /** Nothing of it may be erased. */
  readonly hasLegalHold: boolean;
  readonly receivedAt: Date;
  readonly lastMessageAt: Date;
  readonly firstAnsweredAt: Date | null;
  readonly lastAnsweredAt: Date | null;
  readonly closedAt: Date | null;
  /** Since when it waits for the citizen, and the working days it waited before. */
  readonly heldAt: Date | null;
  readonly heldDays: number;
  /** The earliest legal clock that runs. */
  readonly nextDueAt: Date | null;
  readonly version: number;
}

export const REPORT_SELECT = `select r.id, r.ticket_code as "ticketCode", r.channel, r.connection_id as "connectionId",
    k.name as "connectionName", r.conversation_id as "conversationId", r.contact_id as "contactId",
    r.identity_id as "identityId", r.class, r.class_source as "classSource", r.confidence,
    r.is_unsure as "isUnsure", coalesce(r.language, 'und') as language, r.topic_code as "topicCode", r.topic_group as "topicGroup", r.area_code as "areaCode", r.secondary_class as secondary,
    r.incident_id as "incidentId",
    (select count(*)::int from reports o where o.incident_id = r.incident_id) as "incidentSize",
    r.is_supervisory as "isSupervisory", r.is_public_record as "isPublicRecord", r.is_urgent as "isUrgent",
    r.is_confidential as "isConfidential", r.status,
    r.agency_id as "agencyId", a.short_name as "agencyName", r.assignee_id as "assigneeId", u.name as "assigneeName",
    c.display_name as "contactName", r.excerpt, r.message_count as "messageCount",
    r.has_attachments as "hasAttachments", r.received_at as "receivedAt", r.last_message_at as "lastMessageAt",
    r.excerpt = '' and not exists (select from messages m where m.report_id = r.id and m.direction = 'inbound'
      and m.deleted_at is null) as "isWithdrawn",
    r.first_answered_at as "firstAnsweredAt", r.last_answered_at as "lastAnsweredAt",
    exists (select from replies p where p.report_id = r.id and ${UNDECIDED_REPLY}) as "hasUndecidedReply",
    r.snoozed_until as "snoozedUntil", r.tags,
    r.contents_erased_at is not null as "isErased", ${HELD} as "hasLegalHold",
    r.closed_at as "closedAt", r.held_at as "heldAt", r.held_days as "heldDays", r.next_due_at as "nextDueAt", r.version`;
export const REPORT_JOINS = `join connections k on k.id = r.connection_id join contacts c on c.id = r.contact_id
    left join agencies a on a.id = r.agency_id left join users u on u.id = r.assignee_id`;
