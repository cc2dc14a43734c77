import { Injectable } from '@nestjs/common';
import { answersMustWait, OpenConnectionService, RecordHealthService } from '@app/connections';
import { ReplyRepository, type ReplyToSend } from '@app/database';
import { ConnectorError, FAILURE_POLICY, type OutboundReply } from '@app/connector-kit';
import { JobPublisher } from '@app/queues';
import { OutboundReplyService } from './outbound-reply.service.js';
import { RecordReplyOutcomeService } from './record-reply-outcome.service.js';

const SEND_TIMEOUT_MS = 30_000;
const SEND_FILES_TIMEOUT_MS = 120_000;
/** A platform that does not answer holds no more senders than these; the others are for other connections. */
const AT_ONCE_PER_CONNECTION = 3;
const TURN_MS = 1_000;
const MAX_ATTEMPTS = 8;
const FIRST_RETRY_MS = 2_000;
const LONGEST_RETRY_MS = 10 * 60_000;

/** Sends one queued answer. A job that comes twice finds it taken and does nothing. */
@Injectable()
export class SendReplyService {
  private readonly sending = new Map<string, number>();

  constructor(
    private readonly replies: ReplyRepository,
    private readonly opener: OpenConnectionService,
    private readonly health: RecordHealthService,
    private readonly outbound: OutboundReplyService,
    private readonly outcome: RecordReplyOutcomeService,
    private readonly jobs: JobPublisher,
  ) {}

  async send(replyId: string): Promise<void> {
    if (await this.mustWait(replyId)) return;
    const reply = await this.replies.take(replyId);
    if (!reply) return;
    const others = this.sending.get(reply.connectionId) ?? 0;
    if (others >= AT_ONCE_PER_CONNECTION) return this.waitForTurn(reply, new Date(Date.now() + TURN_MS));
    this.sending.set(reply.connectionId, others + 1);
    try {
      const outbound = await this.outbound.build(reply);
      const open = await this.opener.byId(reply.connectionId, AbortSignal.timeout(timeoutOf(outbound)));
      const sender = open?.connector.replies;
      if (!open || !sender) throw new ConnectorError('reply-refused', 'This channel cannot send answers');
      if (open.row.status === 'paused') {
        throw new ConnectorError('reply-refused', 'The connection is paused; resume it, then send again');
      }
      await this.outcome.sent(reply, await sender.send(outbound, open.context));
    } catch (error) {
      await this.handleFailure(reply, error);
    } finally {
      this.sending.set(reply.connectionId, (this.sending.get(reply.connectionId) ?? 1) - 1);
    }
  }

  /** Left in the queue for the worker in which the connection's session is open. */
  private async mustWait(replyId: string): Promise<boolean> {
    const connectionId = await this.replies.connectionOf(replyId);
    if (connectionId === null) return false;
    // What cannot be opened is told with the failure of sending.
    const open = await this.opener.byId(connectionId).catch(() => null);
    return open !== null && answersMustWait(open);
  }

  private async handleFailure(reply: ReplyToSend, error: unknown): Promise<void> {
    // Not a connector's word: something broke on our side after the platform may have taken it.
    const failure =
      error instanceof ConnectorError
        ? error
        : new ConnectorError(
            'outcome-unknown',
            'Sending broke off; it is not known whether the answer arrived',
          );
    const policy = FAILURE_POLICY[failure.code];
    if (failure.isPaced) return this.waitForTurn(reply, failure.until ?? new Date());
    if (policy.health) await this.health.recordFailure(reply.connectionId, failure);
    if (failure.code === 'outcome-unknown') {
      await this.outcome.unknown(reply, failure.message);
    } else if (policy.retry && reply.attempts < MAX_ATTEMPTS) {
      const wait = Math.min(FIRST_RETRY_MS * 2 ** (reply.attempts - 1), LONGEST_RETRY_MS);
      const at = new Date(Math.max(Date.now() + wait, failure.until?.getTime() ?? 0));
      await this.outcome.postponed(reply, failure.message, at);
      await this.jobs.publish('send-reply', { replyId: reply.id }, at.getTime() - Date.now() + 50);
    } else {
      await this.outcome.failed(reply, failure.message, failure.closes);
    }
  }

  /** Nothing was tried: no attempt is counted, and nobody has to read about it. */
  private async waitForTurn(reply: ReplyToSend, at: Date): Promise<void> {
    await this.replies.putBack(reply.id, at);
    await this.jobs.publish('send-reply', { replyId: reply.id }, Math.max(0, at.getTime() - Date.now()) + 50);
  }
}

function timeoutOf({ files }: OutboundReply): number {
  return files ? SEND_FILES_TIMEOUT_MS : SEND_TIMEOUT_MS;
}
