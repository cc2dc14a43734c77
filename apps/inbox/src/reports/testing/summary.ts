import type { ReportSummary } from '@app/api-contract';

/** A report of the list, for specs. */
export function summary(part: Partial<ReportSummary> = {}): ReportSummary {
  return {
    id: '0199b2d4-0000-7000-8000-000000000001',
    ticketCode: '2CC-6D3W',
    channel: 'telegram',
    connectionId: '0199b2d4-0000-7000-8000-0000000000c0',
    connectionName: 'Telegram',
    class: 'complaint',
    classSource: 'model',
    confidence: 0.9,
    isUnsure: false,
    secondary: null,
    language: 'id',
    topicCode: null,
    topicGroup: null,
    areaCode: null,
    incident: null,
    flags: { supervisory: false, publicRecord: false, urgent: false },
    status: 'new',
    agency: null,
    assignee: null,
    contactName: 'Budi',
    excerpt: 'Jalan rusak',
    messageCount: 1,
    hasUnansweredMessage: true,
    hasUndecidedReply: false,
    hasAttachments: false,
    isWithdrawn: false,
    isErased: false,
    hasLegalHold: false,
    isConfidential: false,
    snoozedUntil: null,
    tags: [],
    match: null,
    receivedAt: '2026-11-24T01:00:00.000Z',
    lastMessageAt: '2026-11-24T01:00:00.000Z',
    firstAnsweredAt: null,
    nextDueAt: null,
    version: 1,
    ...part,
  };
}

/** Minute of the last message, ids `m-<minute>`. */
export function atMinute(minute: number, part: Partial<ReportSummary> = {}): ReportSummary {
  const at = new Date(Date.UTC(2026, 10, 24, 1, minute)).toISOString();
  return summary({ id: `m-${minute}`, receivedAt: at, lastMessageAt: at, ...part });
}
