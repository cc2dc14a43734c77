import { Injectable } from '@nestjs/common';
import { AuditRepository, Database, type AccountForSignIn } from '@app/database';
import { SYSTEM_ACTOR } from './actor.js';

/** Why somebody was not let in. */
type Failure = 'unknown-account' | 'disabled' | 'no-password' | 'wrong-password';

/** Who tried to get in and was not let in. Of what was typed nothing is kept but a masked e-mail of nobody known. */
@Injectable()
export class NoteSignInService {
  constructor(
    private readonly database: Database,
    private readonly audit: AuditRepository,
  ) {}

  async failed(email: string, account: AccountForSignIn | null, address: string): Promise<void> {
    await this.note('sign-in-failed', email, account, { reason: reasonOf(account), address });
  }

  /** Once for each lock, not for each attempt that it stops. */
  async locked(email: string, account: AccountForSignIn | null, address: string): Promise<void> {
    await this.note('sign-in-locked', email, account, { address });
  }

  private async note(
    action: string,
    email: string,
    account: AccountForSignIn | null,
    data: Readonly<Record<string, unknown>>,
  ): Promise<void> {
    await this.audit.append(this.database, {
      actor: SYSTEM_ACTOR,
      action,
      subject: account ? `user:${account.id}` : 'sign-in',
      data: account ? data : { ...data, account: maskEmail(email) },
    });
  }
}

function reasonOf(account: AccountForSignIn | null): Failure {
  if (!account) return 'unknown-account';
  if (account.isDisabled) return 'disabled';
  return account.passwordHash === null ? 'no-password' : 'wrong-password';
}

/** `b***@example.go.id`: enough to see a slip of the pen, too little to be somebody's address or password. */
export function maskEmail(email: string): string {
  const at = email.lastIndexOf('@');
  const domain = email.slice(at + 1);
  return at > 0 && /^[a-z0-9-]+(\.[a-z0-9-]+)+$/.test(domain) ? `${email.slice(0, 1)}***@${domain}` : '***';
}
