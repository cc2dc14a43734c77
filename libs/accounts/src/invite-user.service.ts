import { Injectable } from '@nestjs/common';
import {
  AccountRepository,
  AgencyRepository,
  AuditRepository,
  Database,
  type AccountRow,
} from '@app/database';
import type { Role } from '@app/report-model';
import { AccountError } from './account-error.js';
import type { ActorOrSystem } from './actor.js';
import { IssueOneTimeLinkService } from './issue-one-time-link.service.js';
import { normaliseEmail } from './normalise-email.js';

export interface NewUser {
  readonly email: string;
  readonly name: string;
  readonly role: Role;
  /** For an agency member, and for nobody else. */
  readonly agencyId: string | null;
}

/** `token`: shown once, see {@link activationLink}. */
export interface Invitation {
  readonly user: AccountRow;
  readonly token: string;
}

@Injectable()
export class InviteUserService {
  constructor(
    private readonly database: Database,
    private readonly accounts: AccountRepository,
    private readonly agencies: AgencyRepository,
    private readonly links: IssueOneTimeLinkService,
    private readonly audit: AuditRepository,
  ) {}

  /** @throws AccountError `email-taken`, `validation` (no such agency) */
  async invite(actor: ActorOrSystem, newUser: NewUser): Promise<Invitation> {
    return this.database.transaction(async (tx) => {
      if (newUser.agencyId !== null && !(await this.agencies.byId(newUser.agencyId, tx))?.isActive) {
        throw new AccountError('validation', 'No such agency', {
          errors: [{ field: 'agencyId', message: 'No such agency' }],
        });
      }
      const user = await this.accounts.insert(tx, { ...newUser, email: normaliseEmail(newUser.email) });
      if (!user) throw new AccountError('email-taken', 'A user with this e-mail exists');
      await this.audit.append(tx, {
        actor,
        action: 'user-invited',
        subject: `user:${user.id}`,
        data: { role: user.role, agencyId: user.agencyId },
      });
      return { user, token: await this.links.issue(tx, 'invitation', user.id) };
    });
  }
}
