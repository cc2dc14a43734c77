import { Injectable } from '@nestjs/common';
import { AccountRepository, AuditRepository, Database } from '@app/database';
import { AccountError } from './account-error.js';
import type { ActorOrSystem } from './actor.js';
import type { Invitation } from './invite-user.service.js';
import { IssueOneTimeLinkService } from './issue-one-time-link.service.js';

@Injectable()
export class ResetPasswordService {
  constructor(
    private readonly database: Database,
    private readonly accounts: AccountRepository,
    private readonly links: IssueOneTimeLinkService,
    private readonly audit: AuditRepository,
  ) {}

  /**
   * A link to set a new password; the old one works until it is used.
   * @throws AccountError `not-found` also for a disabled user, whose link would not work
   */
  async createLink(actor: ActorOrSystem, userId: string): Promise<Invitation> {
    return this.database.transaction(async (tx) => {
      const user = await this.accounts.byId(userId, tx);
      if (!user || user.isDisabled) throw new AccountError('not-found', 'No such active user');
      await this.audit.append(tx, { actor, action: 'reset-link-created', subject: `user:${userId}` });
      const purpose = user.hasPassword ? 'reset' : 'invitation';
      return { user, token: await this.links.issue(tx, purpose, userId) };
    });
  }
}
