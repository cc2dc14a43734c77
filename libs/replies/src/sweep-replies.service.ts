import { Injectable } from '@nestjs/common';
import { answersMustWait, OpenConnectionService } from '@app/connections';
import {
  ConnectionRepository,
  Database,
  ReplyAttemptRepository,
  ReplyRepository,
  type ConnectionRow,
} from '@app/database';
import { CheckReplyService } from './check-reply.service.js';
import { RecordReplyOutcomeService } from './record-reply-outcome.service.js';
import { SendReplyService } from './send-reply.service.js';

/** A queued answer this old has lost its job. */
const LOST_JOB_MS = 5_000;
/** Longer than any send may take: its worker is gone. */
const DEAD_SENDER_MS = 60_000;
const AT_ONCE = 8;

/** Finds answers that nobody is working on. */
@Injectable()
export class SweepRepliesService {
  constructor(
    private readonly database: Database,
    private readonly replies: ReplyRepository,
    private readonly attempts: ReplyAttemptRepository,
    private readonly connections: ConnectionRepository,
    private readonly opener: OpenConnectionService,
    private readonly outcome: RecordReplyOutcomeService,
    private readonly sender: SendReplyService,
    private readonly checker: CheckReplyService,
  ) {}

  async sweep(): Promise<void> {
    for (const { id, connectionId } of await this.replies.stuck(DEAD_SENDER_MS))
      await this.release(id, connectionId);
    // Here, not by another job: the queue may be what is broken. One that has a job after all is sent once.
    const waiting = (await this.connections.all()).filter((row) => this.mustWait(row)).map(({ id }) => id);
    const overdue = await this.replies.overdue(LOST_JOB_MS, waiting);
    const send = async (): Promise<void> => {
      for (let id = overdue.shift(); id !== undefined; id = overdue.shift()) await this.sender.send(id);
    };
    await Promise.all(Array.from({ length: AT_ONCE }, send));
    for (const id of await this.attempts.toCheck()) await this.checker.check(id);
  }

  /** Its answers leave in the worker in which its session is open. */
  private mustWait(row: ConnectionRow): boolean {
    try {
      return answersMustWait(this.opener.open(row));
    } catch {
      return false;
    }
  }

  /** Sent again only where a second sending changes nothing; otherwise a person decides. */
  private async release(id: string, connectionId: string): Promise<void> {
    const open = await this.opener.byId(connectionId);
    const reply = await this.database.transaction((tx) => this.replies.lock(tx, id));
    if (!reply || reply.state !== 'sending') return;
    const problem = 'The program stopped while sending; it is not known whether the answer arrived';
    if (open?.connector.replies?.isIdempotent) await this.outcome.postponed(reply, problem, new Date());
    else await this.outcome.unknown(reply, problem);
  }
}
