import { Injectable } from '@nestjs/common';
import type { SessionState } from '@app/connector-kit';
import type { OpenConnection } from './open-connection.service.js';

/** The sessions that this process runs: held from the lease on, open once their connector has offered them. */
@Injectable()
export class OpenSessions {
  private readonly held = new Map<string, { state: SessionState; since: number; session: unknown }>();

  hold(connectionId: string): void {
    this.held.set(connectionId, { state: { status: 'connecting' }, since: Date.now(), session: null });
  }

  isHeld(connectionId: string): boolean {
    return this.held.has(connectionId);
  }

  release(connectionId: string): void {
    this.held.delete(connectionId);
  }

  /** @returns null when this process does not hold it */
  stateOf(connectionId: string): SessionState | null {
    return this.held.get(connectionId)?.state ?? null;
  }

  /** For how many milliseconds it has had this status. */
  statusAgeMs(connectionId: string): number {
    return Date.now() - (this.held.get(connectionId)?.since ?? Date.now());
  }

  setState(connectionId: string, state: SessionState): void {
    const held = this.held.get(connectionId);
    if (!held) return;
    if (held.state.status !== state.status) held.since = Date.now();
    held.state = state;
  }

  put(connectionId: string, session: unknown): void {
    const held = this.held.get(connectionId);
    if (held) held.session = session;
  }

  /** @returns null when it is closed, or open in another process */
  of(connectionId: string | null): unknown {
    return connectionId === null ? null : (this.held.get(connectionId)?.session ?? null);
  }
}

/** Whether this connection is meant to keep a session open. */
export function keepsSession({ connector, context }: OpenConnection): boolean {
  return connector.session?.isEnabled(context.settings) ?? false;
}

/** Whether its answers must wait here: they leave through the session, and it is not open in this process. */
export function answersMustWait(open: OpenConnection): boolean {
  const needsSession = open.connector.replies?.needsSession ?? false;
  return needsSession && keepsSession(open) && open.row.status === 'active' && open.context.session === null;
}
