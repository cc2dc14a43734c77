import { Injectable } from '@nestjs/common';
import {
  AccountRepository,
  AuditRepository,
  Database,
  OneTimeLinkRepository,
  SessionRepository,
  type AccountRow,
  type Queryable,
} from '@app/database';
import { AccountError } from './account-error.js';
import type { ActorOrSystem } from './actor.js';

export interface UserChange {
  readonly name?: string | undefined;
  readonly isDisabled?: boolean | undefined;
}

@Injectable()
export class ChangeUserService {
  constructor(
    private readonly database: Database,
    private readonly accounts: AccountRepository,
    private readonly sessions: SessionRepository,
    private readonly links: OneTimeLinkRepository,
    private readonly audit: AuditRepository,
  ) {}

  /**
   * Disabling ends the user's sessions and one-time links at once.
   * @throws AccountError `not-found`, `last-admin`
   */
  async change(actor: ActorOrSystem, userId: string, change: UserChange): Promise<AccountRow> {
    return this.database.transaction(async (tx) => {
      if (change.isDisabled) await this.refuseForLastAdmin(tx, userId);
      const user = await this.accounts.change(tx, userId, change);
      if (!user) throw new AccountError('not-found', 'No such user');
      if (change.isDisabled) {
        await this.sessions.endAllOf(tx, userId);
        await this.links.discard(tx, userId);
      }
      await this.audit.append(tx, {
        actor,
        action: 'user-changed',
        subject: `user:${userId}`,
        data: { ...change },
      });
      return user;
    });
  }

  private async refuseForLastAdmin(tx: Queryable, userId: string): Promise<void> {
    const admins = await this.accounts.lockActiveAdmins(tx);
    if (admins.includes(userId) && admins.length === 1) {
      throw new AccountError('last-admin', 'The last active admin cannot be disabled');
    }
  }
}
