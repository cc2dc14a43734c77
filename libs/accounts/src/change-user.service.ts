import { Injectable } from '@nestjs/common';
import {
  AccountRepository,
  AgencyRepository,
  AuditRepository,
  Database,
  OneTimeLinkRepository,
  SessionRepository,
  type AccountRow,
  type ChangedAccount,
  type Queryable,
} from '@app/database';
import { AccountError } from './account-error.js';
import type { ActorOrSystem } from './actor.js';
import { normaliseEmail } from './normalise-email.js';

/** What is not given stays; without the role of an agency member the agency goes. */
export type UserChange = { readonly [Key in keyof ChangedAccount]?: ChangedAccount[Key] | undefined };

@Injectable()
export class ChangeUserService {
  constructor(
    private readonly database: Database,
    private readonly accounts: AccountRepository,
    private readonly agencies: AgencyRepository,
    private readonly sessions: SessionRepository,
    private readonly links: OneTimeLinkRepository,
    private readonly audit: AuditRepository,
  ) {}

  /**
   * Disabling ends the user's sessions and one-time links at once; another role or agency ends the sessions, another
   * e-mail the links.
   * @throws AccountError `not-found`, `last-admin`, `email-taken`, `validation` (no such agency)
   */
  async change(actor: ActorOrSystem, userId: string, change: UserChange): Promise<AccountRow> {
    return this.database.transaction(async (tx) => {
      const admins = await this.accounts.lockActiveAdmins(tx);
      const before = await this.accounts.lock(tx, userId);
      if (!before) throw new AccountError('not-found', 'No such user');
      const wanted = changed(before, change);
      if (admins.length === 1 && admins[0] === userId && (wanted.isDisabled || wanted.role !== 'admin')) {
        throw new AccountError('last-admin', 'The last active admin stays an active admin');
      }
      if (wanted.agencyId !== before.agencyId) await this.refuseUnknownAgency(tx, wanted.agencyId);
      const user = await this.accounts.change(tx, userId, wanted);
      if (!user) throw new AccountError('email-taken', 'A user with this e-mail exists');
      const isElsewhere = user.role !== before.role || user.agencyId !== before.agencyId;
      if (user.isDisabled || isElsewhere) await this.sessions.endAllOf(tx, userId);
      if (user.isDisabled || user.email !== before.email) await this.links.discard(tx, userId);
      const data = whatChanged(before, wanted);
      if (Object.keys(data).length > 0) {
        await this.audit.append(tx, { actor, action: 'user-changed', subject: `user:${userId}`, data });
      }
      return user;
    });
  }

  private async refuseUnknownAgency(tx: Queryable, agencyId: string | null): Promise<void> {
    if (agencyId === null || (await this.agencies.byId(agencyId, tx))?.isActive) return;
    throw wrongAgency('No such active agency');
  }
}

function changed(before: AccountRow, change: UserChange): ChangedAccount {
  const role = change.role ?? before.role;
  const agencyId = change.agencyId === undefined ? before.agencyId : change.agencyId;
  if (role === 'agency-member' && agencyId === null) throw wrongAgency('An agency member has an agency');
  return {
    name: change.name ?? before.name,
    email: change.email === undefined ? before.email : normaliseEmail(change.email),
    role,
    agencyId: role === 'agency-member' ? agencyId : null,
    isDisabled: change.isDisabled ?? before.isDisabled,
  };
}

const wrongAgency = (message: string): AccountError =>
  new AccountError('validation', message, { errors: [{ field: 'agencyId', message }] });

/** For the audit: what is other now. The e-mail is personal data, so only that it changed. */
function whatChanged(before: ChangedAccount, after: ChangedAccount): Record<string, unknown> {
  const { email, ...rest } = after;
  const others = Object.entries(rest).filter(([key, value]) => before[key as keyof typeof rest] !== value);
  return { ...Object.fromEntries(others), ...(email === before.email ? {} : { isEmailChanged: true }) };
}
