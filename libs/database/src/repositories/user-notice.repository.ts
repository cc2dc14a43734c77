import { Injectable } from '@nestjs/common';
import { Database, type Queryable } from '../database.js';

/** `mentioned`: in a note. `assigned`: by a colleague. `approval-*`: about answers that a colleague looks over. */
export const USER_NOTICE_KINDS = [
  'mentioned',
  'assigned',
  'approval-asked',
  'approval-given',
  'approval-refused',
  'woken',
] as const;
export type UserNoticeKind = (typeof USER_NOTICE_KINDS)[number];

export interface NewUserNotice {
  readonly userId: string;
  readonly reportId: string;
  /** Null: nobody did it, or a program. */
  readonly actorId: string | null;
  readonly kind: UserNoticeKind;
  /** A few words more, e.g. the beginning of a note. */
  readonly detail: string | null;
}

export interface UserNoticeRow {
  readonly id: string;
  readonly kind: UserNoticeKind;
  readonly reportId: string;
  readonly ticketCode: string;
  readonly actorName: string | null;
  readonly detail: string | null;
  readonly at: Date;
  readonly isUnread: boolean;
}

/** What single people are told about reports. */
@Injectable()
export class UserNoticeRepository {
  constructor(private readonly database: Database) {}

  async raise(tx: Queryable, notices: readonly NewUserNotice[]): Promise<void> {
    for (const { userId, reportId, actorId, kind, detail } of notices) {
      await tx.query(
        'insert into user_notices (user_id, report_id, actor_id, kind, detail) values ($1, $2, $3, $4, $5)',
        [userId, reportId, actorId, kind, detail],
      );
    }
  }

  /** Newest first. */
  async latest(userId: string, limit: number): Promise<UserNoticeRow[]> {
    return this.database.query<UserNoticeRow>(
      `select n.id, n.kind, n.report_id as "reportId", r.ticket_code as "ticketCode", a.name as "actorName",
              n.detail, n.at, n.read_at is null as "isUnread"
         from user_notices n join reports r on r.id = n.report_id left join users a on a.id = n.actor_id
        where n.user_id = $1 order by n.id desc limit $2`,
      [userId, limit],
    );
  }

  async markRead(userId: string, upTo: string): Promise<void> {
    await this.database.query(
      'update user_notices set read_at = now() where user_id = $1 and id <= $2::bigint and read_at is null',
      [userId, upTo],
    );
  }

  async trim(before: Date): Promise<void> {
    await this.database.query('delete from user_notices where at < $1', [before]);
  }
}
