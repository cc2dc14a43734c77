import { Injectable } from '@nestjs/common';
import { AccountRepository, AuditRepository, SessionRepository, type Queryable } from '@app/database';
import { hashToken, newSecretToken } from './secret-token.js';
import { sessionEnd } from './session-lifetime.js';

/** What is put into the cookie, once. */
export interface OpenedSession {
  readonly token: string;
  readonly userId: string;
}

/** Begins a session for a user who has just proved who they are. */
@Injectable()
export class OpenSessionService {
  constructor(
    private readonly sessions: SessionRepository,
    private readonly accounts: AccountRepository,
    private readonly audit: AuditRepository,
  ) {}

  async open(tx: Queryable, userId: string): Promise<OpenedSession> {
    const token = newSecretToken();
    const now = new Date();
    await this.sessions.insert(tx, hashToken(token), userId, sessionEnd(now, now));
    await this.accounts.recordSignIn(tx, userId);
    await this.audit.append(tx, {
      actor: { kind: 'user', id: userId },
      action: 'signed-in',
      subject: `user:${userId}`,
    });
    return { token, userId };
  }
}
