import { Injectable } from '@nestjs/common';
import { SessionRepository } from '@app/database';
import { hashToken } from './secret-token.js';

@Injectable()
export class SignOutService {
  constructor(private readonly sessions: SessionRepository) {}

  /** Ends a session; one that has ended already is no error. */
  async signOut(token: string): Promise<void> {
    await this.sessions.end(hashToken(token));
  }
}
