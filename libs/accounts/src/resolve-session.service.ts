import { Injectable } from '@nestjs/common';
import { SessionRepository } from '@app/database';
import type { Actor } from './actor.js';
import { hashToken } from './secret-token.js';
import { needsProlonging, sessionEnd } from './session-lifetime.js';

/** Finds who a session cookie stands for. */
@Injectable()
export class ResolveSessionService {
  constructor(private readonly sessions: SessionRepository) {}

  /**
   * @param options.isUse false: only looks, the session does not live longer for it
   * @returns `null` for an unknown or ended session and for a disabled user
   */
  async resolve(
    token: string,
    options: { readonly isUse: boolean } = { isUse: true },
  ): Promise<Actor | null> {
    const tokenHash = hashToken(token);
    const session = await this.sessions.find(tokenHash);
    if (!session) return null;
    const now = new Date();
    if (options.isUse && needsProlonging(session.lastSeenAt, now)) {
      await this.sessions.prolong(tokenHash, sessionEnd(session.createdAt, now));
    }
    return {
      kind: 'user',
      id: session.id,
      role: session.role,
      agencyId: session.agencyId,
      name: session.name,
    };
  }
}
