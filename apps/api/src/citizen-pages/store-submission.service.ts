import { Injectable } from '@nestjs/common';
import type { HostedFormOutcome, RawEvent } from '@app/connector-kit';
import { TrackingRepository } from '@app/database';
import { RecordEventsService } from '@app/ingestion';
import type { InboundMessage } from '@app/report-model';
import type { OpenForm } from './find-forms.service.js';

type Accepted = Extract<HostedFormOutcome, { kind: 'accepted' }>;

/** Puts what a citizen sent into the ledger. */
@Injectable()
export class StoreSubmissionService {
  constructor(
    private readonly events: RecordEventsService,
    private readonly tracking: TrackingRepository,
  ) {}

  /**
   * When it resolves, the text is on disk. The same page sent twice is stored once.
   * @returns `other-text-before` when this page was sent before with another text (a citizen who went back and wrote
   *   on): what is written now is not stored
   */
  async store(open: OpenForm, { event, submissionId }: Accepted): Promise<'stored' | 'other-text-before'> {
    const { stored } = await this.events.record(open.row.id, [event]);
    if (stored > 0 || event.status === 'unreadable') return 'stored';
    const before = await this.tracking.submission(open.row.id, event.kind, submissionId);
    const isSame =
      before === null ||
      wordsOf(open, { ...before, payload: JSON.parse(before.payload.toString('utf8')) as unknown }) ===
        wordsOf(open, { ...event, receivedAt: before.receivedAt });
    return isSame ? 'stored' : 'other-text-before';
  }
}

/** What a citizen wrote and showed, without when. */
function wordsOf({ connector }: OpenForm, { kind, externalId, payload, receivedAt }: RawEvent): string {
  const event = connector.normalise({ kind, externalId, payload, receivedAt });
  return event.kind === 'message' ? wordsIn(event.message) : event.kind;
}

function wordsIn({ text, author, attachments, location, isConfidential }: InboundMessage): string {
  return JSON.stringify([text, author, attachments, location, isConfidential]);
}
