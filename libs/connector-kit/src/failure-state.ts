import type { ConnectorHealth } from './connector.js';
import { ConnectorError, FAILURE_POLICY } from './errors.js';

/** A failed check of health as the state that it means. */
export function failureState(error: unknown): ConnectorHealth {
  if (!(error instanceof ConnectorError)) return { status: 'unreachable', reason: 'The check itself failed' };
  return { status: FAILURE_POLICY[error.code].health ?? 'unreachable', reason: error.message };
}
