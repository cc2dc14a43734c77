import { ImapFlow } from 'imapflow';
import { explainImapFailure } from './email.errors.js';
import { forgetToken, loginFor, type EmailContext } from './email.login.js';
import { transportFor } from './email.transport.js';

/** IDLE is renewed this often: servers end it after 30 minutes, and routers forget silent connections sooner. */
const IDLE_RENEWAL_MS = 4 * 60_000;

/**
 * A connection to the IMAP server, logged in. Ends when `context.signal` aborts; the caller closes it.
 * @throws ConnectorError
 */
export async function openImap(context: EmailContext): Promise<ImapFlow> {
  const { timeoutSeconds, imapHost } = context.settings;
  const [transport, login] = await Promise.all([transportFor(context, 'imap'), loginFor(context)]);
  context.signal.throwIfAborted();
  const client = new ImapFlow({
    host: transport.host,
    port: transport.port,
    secure: transport.isImplicit,
    doSTARTTLS: transport.needsStartTls,
    servername: transport.servername,
    tls: transport.tls,
    auth: login,
    logger: false,
    disableAutoIdle: true,
    maxIdleTime: IDLE_RENEWAL_MS,
    connectionTimeout: timeoutSeconds * 1000,
    greetingTimeout: timeoutSeconds * 1000,
    clientInfo: { name: 'Wadah' },
  });
  // Without a listener a broken connection would end the process; the running command tells what happened.
  client.on('error', () => undefined);
  const stop = () => client.close();
  context.signal.addEventListener('abort', stop);
  client.once('close', () => context.signal.removeEventListener('abort', stop));
  try {
    await client.connect();
    return client;
  } catch (error) {
    client.close();
    forgetToken(context);
    throw explainImapFailure(error, imapHost, context.now());
  }
}

/** Leaves politely; a server that does not answer is left anyway. */
export async function closeImap(client: ImapFlow): Promise<void> {
  if (!client.usable) return client.close();
  await Promise.race([
    client.logout().catch(() => undefined),
    new Promise((resolve) => setTimeout(resolve, 2_000).unref()),
  ]);
  client.close();
}
