import type { ImapFlow } from 'imapflow';
import type { ComposedMail } from './email.compose.js';
import { explainImapFailure } from './email.errors.js';
import { closeImap, openImap } from './email.imap.js';
import type { EmailContext } from './email.login.js';

/**
 * Puts a copy of a sent answer where colleagues look for it. The answer is on its way: what goes wrong here changes
 * nothing about that.
 */
export async function keepSentCopy({ bytes, messageId }: ComposedMail, context: EmailContext): Promise<void> {
  await withMailbox(context, async (client) => {
    const folder = await sentFolder(client);
    if (!folder || (await holds(client, folder, messageId))) return;
    await client.append(folder, bytes, ['\\Seen'], context.now());
  }).catch(() => undefined);
}

/** Whether an answer lies in the Sent folder, or a mail that answers it has come in. @throws ConnectorError */
export async function findSent(messageId: string, context: EmailContext): Promise<boolean> {
  return withMailbox(context, async (client) => {
    const folder = await sentFolder(client);
    if (folder && (await holds(client, folder, messageId))) return true;
    await client.mailboxOpen(context.settings.folder, { readOnly: true });
    return isFound(await client.search({ header: { 'In-Reply-To': messageId } }, { uid: true }));
  });
}

async function withMailbox<Result>(
  context: EmailContext,
  run: (client: ImapFlow) => Promise<Result>,
): Promise<Result> {
  const client = await openImap(context);
  try {
    return await run(client);
  } catch (error) {
    throw explainImapFailure(error, context.settings.imapHost, context.now());
  } finally {
    await closeImap(client);
  }
}

/** By its special use; servers without that have a folder of a usual name. */
async function sentFolder(client: ImapFlow): Promise<string | undefined> {
  const folders = await client.list();
  return folders.find(({ specialUse }) => specialUse === '\\Sent')?.path;
}

async function holds(client: ImapFlow, folder: string, messageId: string): Promise<boolean> {
  await client.mailboxOpen(folder, { readOnly: true });
  return isFound(await client.search({ header: { 'Message-ID': messageId } }, { uid: true }));
}

function isFound(uids: number[] | false | undefined): boolean {
  return Array.isArray(uids) && uids.length > 0;
}
