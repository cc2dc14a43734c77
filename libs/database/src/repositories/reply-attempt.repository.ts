import { Injectable } from '@nestjs/common';
import { Database, type Queryable } from '../database.js';

export interface AttemptOutcome {
  readonly outcome: 'sent' | 'delivered' | 'failed' | 'unknown' | 'postponed';
  readonly problem: string | null;
  readonly externalId: string | null;
}

/** Every sending of an answer, as it went, and asking the platform afterwards. */
@Injectable()
export class ReplyAttemptRepository {
  constructor(private readonly database: Database) {}

  /** What became of the latest attempt; `take` of the reply has begun it. */
  async settle(
    tx: Queryable,
    replyId: string,
    { outcome, problem, externalId }: AttemptOutcome,
  ): Promise<void> {
    await tx.query(
      `update reply_attempts set ended_at = coalesce(ended_at, now()), outcome = $2, problem = $3,
              external_id = coalesce($4, external_id)
        where id = (select max(id) from reply_attempts where reply_id = $1)`,
      [replyId, outcome, problem, externalId],
    );
  }

  /** Ids of the further messages that the platform made of one answer. */
  async addParts(tx: Queryable, replyId: string, externalIds: readonly string[]): Promise<void> {
    await tx.query(
      `insert into reply_parts (connection_id, external_id, reply_id)
       select p.connection_id, e, p.id from replies p, unnest($2::text[]) as e where p.id = $1
       on conflict do nothing`,
      [replyId, externalIds],
    );
  }

  /** A person wants to know whether the platform has it. @returns false when it is not unknown */
  async requestCheck(tx: Queryable, replyId: string): Promise<boolean> {
    const rows = await tx.query(
      `update replies set check_requested_at = now() where id = $1 and state = 'unknown' returning id`,
      [replyId],
    );
    return rows.length > 0;
  }

  /** Answers that somebody wants checked. */
  async toCheck(): Promise<string[]> {
    const rows = await this.database.query<{ id: string }>(
      `select id from replies where state = 'unknown' and check_requested_at < now() - interval '5 seconds'
        order by check_requested_at limit 50`,
    );
    return rows.map((row) => row.id);
  }

  async latestStart(replyId: string): Promise<Date | null> {
    const [row] = await this.database.query<{ startedAt: Date }>(
      `select started_at as "startedAt" from reply_attempts where reply_id = $1 order by id desc limit 1`,
      [replyId],
    );
    return row?.startedAt ?? null;
  }
}
