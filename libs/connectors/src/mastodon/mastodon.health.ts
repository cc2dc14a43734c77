import { failureState, type ConnectorHealth } from '@app/connector-kit';
import { askMastodon, type MastodonContext } from './mastodon.api.js';
import { notMastodon } from './mastodon.errors.js';
import { mastodonAccountSchema } from './mastodon.payload.js';

/** See `Connector.health`. */
export async function mastodonHealth(context: MastodonContext): Promise<ConnectorHealth> {
  try {
    const response = await askMastodon(context, { method: 'GET', path: 'accounts/verify_credentials' });
    const account = mastodonAccountSchema.safeParse(response.status === 404 ? null : response.json());
    if (!account.success) throw notMastodon();
    return { status: 'healthy', account: `@${account.data.acct}@${new URL(context.settings.server).host}` };
  } catch (error) {
    return failureState(error);
  }
}
