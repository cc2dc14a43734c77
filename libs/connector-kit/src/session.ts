import type { ConnectorContext } from './context.js';
import type { ParsedEvent } from './raw-event.js';

/**
 * A connection that stays open while Wadah runs: a WhatsApp Web browser, an SMPP bind, an IMAP mailbox. The host
 * opens it in one worker at a time and opens it again, by the one policy table, when it breaks.
 */
export interface SessionSource<Settings> {
  /**
   * For how long the platform keeps what came while the session was closed and gives it to the next one, in
   * milliseconds. `null`: without limit. Absent: not at all.
   */
  readonly keepsMs?: number | null;
  isEnabled(settings: Settings): boolean;
  /**
   * Connects and stays: resolves once `context.signal` has aborted and everything is closed.
   * @throws ConnectorError when the connection breaks or cannot be opened
   */
  run(context: SessionContext<Settings>): Promise<void>;
}

export interface SessionContext<Settings> extends ConnectorContext<Settings> {
  /** Where reading stopped, as last stored with `emit`; the connector's to understand. */
  readonly cursor: string | null;
  /** A folder of this connection alone, mode 0700, kept over restarts and removed with the connection. */
  readonly folder: string;
  /**
   * Stores events and, where given, the cursor in one transaction. Acknowledge them to the platform only when this
   * has resolved; when it rejects, nothing is stored and the platform must keep them.
   */
  emit(events: readonly ParsedEvent[], cursor?: string): Promise<void>;
  /** Shown on the connections page at once. */
  report(state: SessionState): void;
  /** Makes the open session available as `context.session` to `replies` and `media`, until `run` ends. */
  offer(session: unknown): void;
}

export type SessionState =
  | { readonly status: 'connecting' }
  | {
      /** A person must link the account with their phone. */
      readonly status: 'pairing';
      /** What the QR code says. */
      readonly qr?: string;
      /** Typed into the phone instead. */
      readonly code?: string;
      readonly expiresAt?: Date;
    }
  | { readonly status: 'open'; readonly account?: string }
  | { readonly status: 'closed'; readonly reason: string };
