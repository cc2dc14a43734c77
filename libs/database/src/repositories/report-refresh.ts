import type { Classification } from '@app/report-model';
import { DUE_COLUMNS, dueColumns, type DueDates } from './clock.repository.js';
import type { ReportFacts } from './report-facts.repository.js';

/** What a batch changes on a report beyond its new messages. */
export interface ReportRefresh {
  readonly id: string;
  readonly addedMessages: number;
  readonly lastMessageAt: Date;
  readonly hasAttachments: boolean;
  readonly reopen: boolean;
  /** The citizen answered a report on hold: it waits no longer, `heldDays` in all did not count. */
  readonly resumed?: { readonly heldDays: number };
  /** Absent when nothing changed that the clocks depend on. */
  readonly due?: DueDates;
  readonly excerpt: string;
  readonly searchText: string;
  /** Absent when a person has decided the class. */
  readonly classification?: Classification & { readonly modelVersion: string; readonly text: string };
  /** Absent when the words did not change. */
  readonly facts?: ReportFacts;
}

export const REFRESH_COLUMNS = {
  message_count: 'integer',
  last_message_at: 'timestamptz',
  has_attachments: 'boolean',
  excerpt: 'text',
  class: 'text',
  confidence: 'real',
  is_supervisory: 'boolean',
  is_public_record: 'boolean',
  is_urgent: 'boolean',
  is_unsure: 'boolean',
  secondary_class: 'text',
  language: 'text',
  topic_code: 'text',
  topic_group: 'text',
  area_code: 'text',
  ...DUE_COLUMNS,
};

export function refreshColumns(refresh: ReportRefresh | undefined): Record<string, unknown> {
  const decided: Partial<Classification> = refresh?.classification ?? {};
  return {
    message_count: refresh?.addedMessages,
    last_message_at: refresh?.lastMessageAt,
    has_attachments: refresh?.hasAttachments,
    excerpt: refresh?.excerpt,
    class: decided.label,
    confidence: decided.confidence,
    is_supervisory: decided.flags?.supervisory,
    is_public_record: decided.flags?.publicRecord,
    is_urgent: decided.flags?.urgent,
    is_unsure: decided.unsure,
    secondary_class: decided.secondary,
    language: refresh?.facts?.language,
    topic_code: refresh?.facts?.topicCode,
    topic_group: refresh?.facts?.topicGroup,
    area_code: refresh?.facts?.areaCode,
    ...dueColumns(refresh?.due),
  };
}
