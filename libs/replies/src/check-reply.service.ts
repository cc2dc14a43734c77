import { Injectable } from '@nestjs/common';
import { answersMustWait, OpenConnectionService } from '@app/connections';
import { ReplyAttemptRepository, ReplyRepository } from '@app/database';
import { ConnectorError } from '@app/connector-kit';
import { OutboundReplyService } from './outbound-reply.service.js';
import { RecordReplyOutcomeService } from './record-reply-outcome.service.js';

const CHECK_TIMEOUT_MS = 30_000;
const NOT_SENT = 'The platform does not have this answer; it can be sent again';
const CANNOT_TELL = 'The platform cannot tell whether it has this answer';

/** Asks the platform whether an answer of unknown fate has arrived. */
@Injectable()
export class CheckReplyService {
  constructor(
    private readonly replies: ReplyRepository,
    private readonly attempts: ReplyAttemptRepository,
    private readonly opener: OpenConnectionService,
    private readonly outbound: OutboundReplyService,
    private readonly outcome: RecordReplyOutcomeService,
  ) {}

  async check(replyId: string): Promise<void> {
    const reply = await this.replies.sending(replyId);
    if (!reply || !(await this.replies.isUnknown(replyId))) return;
    try {
      const open = await this.opener.byId(reply.connectionId, AbortSignal.timeout(CHECK_TIMEOUT_MS));
      // Left for the worker in which the session is open.
      if (open && answersMustWait(open)) return;
      const check = open?.connector.replies?.check?.bind(open.connector.replies);
      const attemptedAt = await this.attempts.latestStart(replyId);
      if (!open || !check || !attemptedAt) return await this.outcome.unknown(reply, CANNOT_TELL);
      const found = await check({ ...(await this.outbound.build(reply)), attemptedAt }, open.context);
      if (found === 'unknown') await this.outcome.unknown(reply, CANNOT_TELL);
      else if (found === 'not-sent') await this.outcome.failed(reply, NOT_SENT);
      else await this.outcome.sent(reply, found);
    } catch (error) {
      const why = error instanceof ConnectorError ? error.message : 'Asking the platform broke off';
      await this.outcome.unknown(reply, why);
    }
  }
}
