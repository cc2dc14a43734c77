import { ConnectorError, FAILURE_POLICY, type ConnectorHealth } from '@app/connector-kit';
import { explainImapFailure } from './email.errors.js';
import { closeImap, openImap } from './email.imap.js';
import type { EmailContext } from './email.login.js';
import { checkSmtp } from './email.smtp.js';

/** Logs in to both servers, as reading and sending would. */
export async function emailHealth(context: EmailContext): Promise<ConnectorHealth> {
  try {
    await Promise.all([checkImap(context), checkSmtp(context)]);
    return { status: 'healthy', account: context.settings.address };
  } catch (error) {
    const reason = error instanceof Error ? error.message : 'unknown failure';
    const code = error instanceof ConnectorError ? error.code : 'transient';
    return { status: FAILURE_POLICY[code].health ?? 'degraded', reason };
  }
}

async function checkImap(context: EmailContext): Promise<void> {
  const client = await openImap(context);
  try {
    await client.mailboxOpen(context.settings.folder, { readOnly: true });
  } catch (error) {
    throw explainImapFailure(error, context.settings.imapHost, context.now());
  } finally {
    await closeImap(client);
  }
}
