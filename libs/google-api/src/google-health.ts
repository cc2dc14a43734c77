import { failureState, type ConnectorHealth } from '@app/connector-kit';

/** Asks for the account's name; a failure is the state that it means. */
export async function googleHealth(account: () => Promise<string>): Promise<ConnectorHealth> {
  try {
    return { status: 'healthy', account: await account() };
  } catch (error) {
    return failureState(error);
  }
}
