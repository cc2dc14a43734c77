import { Injectable } from '@nestjs/common';

/** The sessions that are open in this process, as their connectors offered them, by connection. */
@Injectable()
export class OpenSessions {
  private readonly sessions = new Map<string, unknown>();

  put(connectionId: string, session: unknown): void {
    this.sessions.set(connectionId, session);
  }

  /** @returns null when it is closed, or open in another process */
  of(connectionId: string | null): unknown {
    return connectionId === null ? null : (this.sessions.get(connectionId) ?? null);
  }

  remove(connectionId: string): void {
    this.sessions.delete(connectionId);
  }
}
