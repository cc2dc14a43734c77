import { ConnectorError, FAILURE_POLICY, type ConnectorHealth } from '@app/connector-kit';

/** Asks for the account's name; a failure is the state that it means. */
export async function googleHealth(account: () => Promise<string>): Promise<ConnectorHealth> {
  try {
    return { status: 'healthy', account: await account() };
  } catch (error) {
    if (!(error instanceof ConnectorError))
      return { status: 'unreachable', reason: 'The check itself failed' };
    return { status: FAILURE_POLICY[error.code].health ?? 'degraded', reason: error.message };
  }
}
