import type { ConnectionRow } from '@app/database';
import { keepsSession } from './open-sessions.js';
import type { OpenConnectionService } from './open-connection.service.js';

/** How a connection receives. */
export interface Listening {
  readonly way: 'pull' | 'webhook' | 'session';
  /** For how long the platform keeps what nobody took; `null`: without limit, 0: not at all. */
  readonly keepsMs: number | null;
}

/** @returns null for connections that only people feed (forms, files), and for settings that no longer fit */
export function listeningOf(opener: OpenConnectionService, row: ConnectionRow): Listening | null {
  try {
    const open = opener.open(row);
    const { connector, context } = open;
    const { session, pull, webhook } = connector;
    if (session && keepsSession(open)) return { way: 'session', keepsMs: kept(session.keepsMs, 0) };
    if (pull?.isEnabled(context.settings)) return { way: 'pull', keepsMs: kept(pull.keepsMs, null) };
    if (webhook?.isEnabled(context.settings)) return { way: 'webhook', keepsMs: kept(webhook.keepsMs, 0) };
    return null;
  } catch {
    return null;
  }
}

function kept(keepsMs: number | null | undefined, otherwise: number | null): number | null {
  return keepsMs === undefined ? otherwise : keepsMs;
}
