import { Injectable } from '@nestjs/common';
import type { Connector } from '@app/connector-kit';
import { TrackingRepository, type SubmissionRow } from '@app/database';
import { settledSubmission } from '../submissions/settled-submission.js';
import type { ReceiptKey } from './citizen-cookies.js';
import { FindFormsService } from './find-forms.service.js';
import type { Receipt } from './receipt-page.js';

/** Looks up what became of a submitted text. */
@Injectable()
export class FindReceiptService {
  constructor(
    private readonly tracking: TrackingRepository,
    private readonly forms: FindFormsService,
  ) {}

  async receipt(key: ReceiptKey): Promise<Receipt> {
    const form = await this.forms.byId(key.connectionId);
    const submission = form && (await this.settled(key));
    if (!submission) return { kind: 'gone' };
    if (submission.state === 'pending') return { kind: 'pending' };
    const trackingSecret = trackingSecretOf(submission, form.connector);
    return submission.ticketCode !== null && trackingSecret !== undefined
      ? { kind: 'ticket', ticketCode: submission.ticketCode, trackingSecret }
      : { kind: 'set-aside' };
  }

  async settled({ connectionId, kind, submissionId }: ReceiptKey): Promise<SubmissionRow | null> {
    return settledSubmission(this.tracking, connectionId, kind, submissionId);
  }
}

/** The ledger has it as it came; only its hash stands beside the report. */
function trackingSecretOf(submission: SubmissionRow, connector: Connector): string | undefined {
  if (submission.ticketCode === null) return undefined;
  const event = connector.normalise({
    kind: submission.kind,
    externalId: submission.externalId,
    payload: JSON.parse(submission.payload.toString('utf8')) as unknown,
    receivedAt: submission.receivedAt,
  });
  return event.kind === 'message' ? event.message.trackingSecret : undefined;
}
