import { Injectable } from '@nestjs/common';
import { AccountRepository, Database } from '@app/database';
import { AccountError } from './account-error.js';
import { normaliseEmail } from './normalise-email.js';
import { LimitSignInService } from './limit-sign-in.service.js';
import { NoteSignInService } from './note-sign-in.service.js';
import { OpenSessionService, type OpenedSession } from './open-session.service.js';
import { verifyPassword } from './password-hash.js';

@Injectable()
export class SignInService {
  constructor(
    private readonly database: Database,
    private readonly accounts: AccountRepository,
    private readonly limits: LimitSignInService,
    private readonly notes: NoteSignInService,
    private readonly sessions: OpenSessionService,
  ) {}

  /**
   * An unknown e-mail, a wrong password, a disabled user and one who has not set a password yet get the same answer.
   * @param address the caller's IP address
   * @throws AccountError `wrong-credentials`, `too-many-attempts`
   */
  async signIn(givenEmail: string, password: string, address: string): Promise<OpenedSession> {
    const email = normaliseEmail(givenEmail);
    const account = await this.accounts.findForSignIn(email);
    await this.limits.begin(email, address, () => this.notes.locked(email, account, address));
    const isRight = await verifyPassword(account?.passwordHash ?? null, password);
    if (!account || !isRight || account.isDisabled) {
      await this.notes.failed(email, account, address);
      throw new AccountError('wrong-credentials', 'The e-mail or the password is wrong');
    }
    await this.limits.succeeded(email, address);
    return this.database.transaction((tx) => this.sessions.open(tx, account.id));
  }
}
