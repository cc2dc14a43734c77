import { Injectable } from '@nestjs/common';
import {
  AccountRepository,
  AuditRepository,
  Database,
  OneTimeLinkRepository,
  SessionRepository,
  type OneTimeLinkRow,
  type Queryable,
} from '@app/database';
import { AccountError } from './account-error.js';
import { normaliseEmail } from './normalise-email.js';
import { OpenSessionService, type OpenedSession } from './open-session.service.js';
import { hashPassword } from './password-hash.js';
import { hashToken } from './secret-token.js';

export interface Activation {
  readonly token: string;
  /** For the first admin only; an invited person's e-mail is the invitation's. */
  readonly email?: string | undefined;
  readonly name: string;
  readonly password: string;
}

/** What a one-time link does. */
@Injectable()
export class ActivateAccountService {
  constructor(
    private readonly database: Database,
    private readonly links: OneTimeLinkRepository,
    private readonly accounts: AccountRepository,
    private readonly userSessions: SessionRepository,
    private readonly sessions: OpenSessionService,
    private readonly audit: AuditRepository,
  ) {}

  /** @throws AccountError `link-expired` */
  async describe(token: string): Promise<OneTimeLinkRow> {
    const link = await this.links.find(hashToken(token));
    return link ?? linkExpired();
  }

  /**
   * Sets name and password and signs in; the link is used up, and sessions of an old password end.
   * @throws AccountError `link-expired`, `email-taken`, `validation` (a first admin without e-mail)
   */
  async activate(activation: Activation): Promise<OpenedSession> {
    const passwordHash = await hashPassword(activation.password);
    return this.database.transaction(async (tx) => {
      const link = await this.links.take(tx, hashToken(activation.token));
      if (!link) return linkExpired();
      const userId =
        link.userId === null
          ? await this.createFirstAdmin(tx, activation, passwordHash)
          : await this.setPassword(tx, link.userId, activation.name, passwordHash);
      await this.audit.append(tx, {
        actor: { kind: 'user', id: userId },
        action: 'password-set',
        subject: `user:${userId}`,
        data: { purpose: link.purpose },
      });
      return this.sessions.open(tx, userId);
    });
  }

  private async createFirstAdmin(tx: Queryable, given: Activation, passwordHash: string): Promise<string> {
    if ((await this.accounts.lockActiveAdmins(tx)).length > 0) linkExpired();
    if (given.email === undefined) {
      throw new AccountError('validation', 'The first admin needs an e-mail', {
        errors: [{ field: 'email', message: 'Required' }],
      });
    }
    const account = await this.accounts.insert(tx, {
      email: normaliseEmail(given.email),
      name: given.name,
      role: 'admin',
      agencyId: null,
      passwordHash,
    });
    if (!account) throw new AccountError('email-taken', 'A user with this e-mail exists');
    await this.links.discard(tx, null);
    return account.id;
  }

  private async setPassword(tx: Queryable, userId: string, name: string, hash: string): Promise<string> {
    await this.accounts.setPassword(tx, userId, name, hash);
    await this.userSessions.endAllOf(tx, userId);
    await this.links.discard(tx, userId);
    return userId;
  }
}

function linkExpired(): never {
  throw new AccountError('link-expired', 'The link was used, has expired or was replaced by a newer one');
}
