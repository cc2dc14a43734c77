import type { Actor } from '@app/accounts';
import type { Attachment, ReportDetail, ReportSummary } from '@app/api-contract';
import type { ReadReport } from '@app/casework';
import type { MessageRow, ReportRow } from '@app/database';
import { mayDecide, type ReplyOptions } from '@app/replies';
import { maskPersonalData } from '@app/triage';

/** A line of the list, as the contract has it. */
export function describeSummary(row: ReportRow): ReportSummary {
  return {
    id: row.id,
    ticketCode: row.ticketCode,
    channel: row.channel,
    connectionId: row.connectionId,
    connectionName: row.connectionName,
    class: row.class,
    classSource: row.classSource,
    confidence: row.confidence,
    isUnsure: row.isUnsure,
    secondary: row.secondary,
    language: row.language,
    topicCode: row.topicCode,
    topicGroup: row.topicGroup,
    areaCode: row.areaCode,
    incident: row.incidentId ? { id: row.incidentId, size: row.incidentSize } : null,
    flags: { supervisory: row.isSupervisory, publicRecord: row.isPublicRecord, urgent: row.isUrgent },
    isConfidential: row.isConfidential,
    status: row.status,
    agency: row.agencyId ? { id: row.agencyId, shortName: row.agencyName ?? '' } : null,
    assignee: row.assigneeId ? { id: row.assigneeId, name: row.assigneeName ?? '' } : null,
    contactName: row.contactName,
    // Written masked; rows from before that are masked here.
    excerpt: maskPersonalData(row.excerpt),
    messageCount: row.messageCount,
    hasUnansweredMessage: !row.lastAnsweredAt || row.lastAnsweredAt < row.lastMessageAt,
    hasUndecidedReply: row.hasUndecidedReply,
    hasAttachments: row.hasAttachments,
    snoozedUntil: instant(row.snoozedUntil),
    tags: row.tags,
    match: null,
    isWithdrawn: row.isWithdrawn,
    isErased: row.isErased,
    hasLegalHold: row.hasLegalHold,
    receivedAt: row.receivedAt.toISOString(),
    lastMessageAt: row.lastMessageAt.toISOString(),
    firstAnsweredAt: instant(row.firstAnsweredAt),
    nextDueAt: instant(row.nextDueAt),
    version: row.version,
  };
}

/** Everything readable: {@link maskDetail} goes over it before it is shown. */
export function describeDetail(
  actor: Actor,
  read: ReadReport,
  replyOptions: ReportDetail['replyOptions'],
): ReportDetail {
  const { contact, classification } = read;
  return {
    ...describeSummary(read.report),
    contact: {
      id: contact.id,
      displayName: contact.displayName,
      handle: contact.handle,
      phone: contact.phone,
      email: contact.email,
      isAnonymous: contact.isAnonymous,
      isErased: contact.isErased,
      otherReports: read.otherReports,
    },
    conversation: { kind: contact.conversationKind, title: contact.conversationTitle },
    classification: classification && { ...classification, evidence: [...classification.evidence] },
    facts: read.facts,
    rating: read.rating && { ...read.rating, ratedAt: read.rating.ratedAt.toISOString() },
    legalHolds: read.legalHolds.map((hold) => ({ ...hold, placedAt: hold.placedAt.toISOString() })),
    isMasked: false,
    messages: read.messages.map(
      ({ externalId: _externalId, latitude, longitude, locationLabel, ...message }) => ({
        ...message,
        attachments: message.attachments.map(describeAttachment),
        location:
          latitude !== null && longitude !== null ? { latitude, longitude, label: locationLabel } : null,
        revisions: message.revisions.map((one) => ({
          ...one,
          replacedAt: new Date(one.replacedAt).toISOString(),
        })),
        sentAt: message.sentAt.toISOString(),
        receivedAt: message.receivedAt.toISOString(),
        editedAt: instant(message.editedAt),
        deletedAt: instant(message.deletedAt),
      }),
    ),
    replies: read.replies.map(({ authorId, authorName, authorRole, attemptRows, ...reply }) => ({
      ...reply,
      mayDecide: reply.state === 'proposed' && mayDecide(actor, { authorId, authorRole }),
      attemptList: attemptRows.map((attempt) => ({
        ...attempt,
        startedAt: new Date(attempt.startedAt).toISOString(),
        endedAt: attempt.endedAt && new Date(attempt.endedAt).toISOString(),
      })),
      author: { id: authorId ?? read.report.id, name: authorName ?? 'API' },
      createdAt: reply.createdAt.toISOString(),
      sentAt: instant(reply.sentAt),
      deliveredAt: instant(reply.deliveredAt),
      readAt: instant(reply.readAt),
    })),
    notes: read.notes.map(({ authorId, authorName, createdAt, ...note }) => ({
      ...note,
      author: { id: authorId ?? read.report.id, name: authorName ?? 'API' },
      createdAt: createdAt.toISOString(),
    })),
    timeline: read.timeline.map((entry) => ({
      ...entry,
      actorName: entry.actorName ?? '',
      at: entry.at.toISOString(),
    })),
    clocks: read.clocks.map((clock) => ({ ...clock, dueAt: clock.dueAt.toISOString() })),
    replyOptions,
    allowedStatuses: [...read.allowedStatuses],
  };
}

export function describeReplyOptions(
  options: ReplyOptions,
  needsApproval: boolean,
): ReportDetail['replyOptions'] {
  return {
    ...options,
    needsApproval,
    modes: [...options.modes],
    files: options.files && { ...options.files, mimeTypes: [...options.files.mimeTypes] },
    until: instant(options.until),
  };
}

function describeAttachment({
  latitude,
  longitude,
  nextAttemptAt,
  ...attachment
}: MessageRow['attachments'][number]): Attachment {
  return {
    ...attachment,
    nextAttemptAt: nextAttemptAt && new Date(nextAttemptAt).toISOString(),
    place: latitude !== null && longitude !== null ? { latitude, longitude } : null,
  };
}

function instant(date: Date | null): string | null {
  return date && date.toISOString();
}
