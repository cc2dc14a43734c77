import type { ClosedReason } from '@app/report-model';

export const CONNECTOR_ERROR_CODES = [
  'transient',
  'rate-limited',
  'credentials-rejected',
  'permission-missing',
  'cursor-expired',
  'payload-unrecognised',
  'reply-refused',
  'outcome-unknown',
  'budget-exhausted',
  'media-gone',
  'media-too-large',
] as const;
export type ConnectorErrorCode = (typeof CONNECTOR_ERROR_CODES)[number];

/**
 * What a connector says went wrong. `message` is for the admin and the officer: what happened and what to do,
 * without secrets or personal data.
 */
export class ConnectorError extends Error {
  constructor(
    readonly code: ConnectorErrorCode,
    message: string,
    readonly options: {
      readonly until?: Date;
      readonly cause?: unknown;
      readonly isPaced?: boolean;
      readonly closes?: ClosedReason;
    } = {},
  ) {
    super(message, { cause: options.cause });
    this.name = 'ConnectorError';
  }

  /** When it makes sense to try again (`rate-limited`, `budget-exhausted`). */
  get until(): Date | undefined {
    return this.options.until;
  }

  /** Of a refused reply: nothing can be answered in this conversation until the citizen opens it again, and why. */
  get closes(): ClosedReason | undefined {
    return this.options.closes;
  }

  /** We ourselves wait, so as to keep a limit: no failure of the connection and no attempt. */
  get isPaced(): boolean {
    return this.options.isPaced ?? false;
  }
}

/**
 * The one table that decides. `retry`: try again later by itself; `health`: what the connections page shows;
 * `pausesPull`: stop fetching until a person acts.
 */
export const FAILURE_POLICY = {
  transient: { retry: true, pausesPull: false, health: 'unreachable' },
  'rate-limited': { retry: true, pausesPull: false, health: 'degraded' },
  'credentials-rejected': { retry: false, pausesPull: true, health: 'needs-reauthorisation' },
  'permission-missing': { retry: false, pausesPull: true, health: 'needs-reauthorisation' },
  'cursor-expired': { retry: true, pausesPull: false, health: 'degraded' },
  'payload-unrecognised': { retry: false, pausesPull: false, health: 'degraded' },
  'reply-refused': { retry: false, pausesPull: false, health: null },
  'outcome-unknown': { retry: false, pausesPull: false, health: null },
  'budget-exhausted': { retry: true, pausesPull: false, health: 'degraded' },
  'media-gone': { retry: false, pausesPull: false, health: null },
  'media-too-large': { retry: false, pausesPull: false, health: null },
} as const satisfies Record<
  ConnectorErrorCode,
  {
    retry: boolean;
    pausesPull: boolean;
    health: 'degraded' | 'needs-reauthorisation' | 'unreachable' | null;
  }
>;
