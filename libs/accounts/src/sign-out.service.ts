import { Injectable } from '@nestjs/common';
import { AuditRepository, Database, SessionRepository } from '@app/database';
import { hashToken } from './secret-token.js';

@Injectable()
export class SignOutService {
  constructor(
    private readonly database: Database,
    private readonly sessions: SessionRepository,
    private readonly audit: AuditRepository,
  ) {}

  /** Ends a session; one that has ended already is no error. */
  async signOut(token: string): Promise<void> {
    await this.database.transaction(async (tx) => {
      const id = await this.sessions.end(tx, hashToken(token));
      if (id === null) return;
      await this.audit.append(tx, {
        actor: { kind: 'user', id },
        action: 'signed-out',
        subject: `user:${id}`,
      });
    });
  }
}
