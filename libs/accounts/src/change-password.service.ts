import { Injectable } from '@nestjs/common';
import {
  AccountRepository,
  AuditRepository,
  Database,
  OneTimeLinkRepository,
  SessionRepository,
} from '@app/database';
import { AccountError } from './account-error.js';
import type { Actor } from './actor.js';
import { LimitSignInService } from './limit-sign-in.service.js';
import { NoteSignInService } from './note-sign-in.service.js';
import { hashPassword, verifyPassword } from './password-hash.js';
import { hashToken } from './secret-token.js';

export interface PasswordChange {
  readonly currentPassword: string;
  readonly newPassword: string;
}

/** A person changes their own password. */
@Injectable()
export class ChangePasswordService {
  constructor(
    private readonly database: Database,
    private readonly accounts: AccountRepository,
    private readonly sessions: SessionRepository,
    private readonly links: OneTimeLinkRepository,
    private readonly limits: LimitSignInService,
    private readonly notes: NoteSignInService,
    private readonly audit: AuditRepository,
  ) {}

  /**
   * The other sessions of this person end. Guessing the current one counts like guessing it at the sign-in.
   * @param token of the session that stays
   * @throws AccountError `current-password-wrong`, `too-many-attempts`, `not-found` (a program)
   */
  async change(actor: Actor, given: PasswordChange, token: string, address: string): Promise<void> {
    const user = actor.kind === 'user' ? await this.accounts.byId(actor.id) : null;
    const account = user && (await this.accounts.findForSignIn(user.email));
    if (!account) throw new AccountError('not-found', 'Only people have a password');
    await this.limits.begin(account.email, address, () => this.notes.locked(account.email, account, address));
    if (!(await verifyPassword(account.passwordHash, given.currentPassword))) {
      await this.notes.failed(account.email, account, address);
      throw new AccountError('current-password-wrong', 'The current password is wrong');
    }
    await this.limits.succeeded(account.email, address);
    const passwordHash = await hashPassword(given.newPassword);
    await this.database.transaction(async (tx) => {
      await this.accounts.setPassword(tx, account.id, account.name, passwordHash);
      await this.sessions.endAllOf(tx, account.id, hashToken(token));
      await this.links.discard(tx, account.id);
      await this.audit.append(tx, {
        actor,
        action: 'password-set',
        subject: `user:${account.id}`,
        data: { purpose: 'change' },
      });
    });
  }
}
