import { Injectable } from '@nestjs/common';
import { AccountRepository, AuditRepository, Database } from '@app/database';
import { SYSTEM_ACTOR } from './actor.js';
import { IssueOneTimeLinkService } from './issue-one-time-link.service.js';

@Injectable()
export class CreateFirstAdminLinkService {
  constructor(
    private readonly database: Database,
    private readonly accounts: AccountRepository,
    private readonly links: IssueOneTimeLinkService,
    private readonly audit: AuditRepository,
  ) {}

  /**
   * Called at each start: a fresh link while there is no admin who can sign in; the link of the last start dies.
   * @returns the token for {@link activationLink}, or `null` when there is an admin
   */
  async create(): Promise<string | null> {
    return this.database.transaction(async (tx) => {
      if ((await this.accounts.lockActiveAdmins(tx)).length > 0) return null;
      await this.audit.append(tx, {
        actor: SYSTEM_ACTOR,
        action: 'first-admin-link-created',
        subject: 'user:first-admin',
      });
      return this.links.issue(tx, 'first-admin', null);
    });
  }
}
