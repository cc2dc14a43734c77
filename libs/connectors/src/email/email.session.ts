import type { ParsedEvent, SessionContext, SessionSource } from '@app/connector-kit';
import type { ImapFlow } from 'imapflow';
import { readCursor, startIn, writeCursor, type MailCursor } from './email.cursor.js';
import { explainImapFailure } from './email.errors.js';
import { toEvent } from './email.events.js';
import { digest } from './email.ids.js';
import { fetchText, fetchWhole, listAfter, type ListedMail } from './email.fetch.js';
import { closeImap, openImap } from './email.imap.js';
import { NewsBell } from './email.news-bell.js';
import { ownAddresses, type EmailSettings } from './email.settings.js';

type Context = SessionContext<EmailSettings>;

const DAY_MS = 24 * 3600_000;
const MEGABYTE = 1024 * 1024;
/** Stored at once: so many mails, or so many bytes. */
const BATCH_MAILS = 50;
const BATCH_BYTES = 8 * MEGABYTE;

/**
 * Stays in one folder of the mailbox and takes in what arrives, told by IDLE. Where reading stopped is stored together
 * with the mails. The folder is opened read-only unless a setting wants mails marked.
 */
export const emailSession: SessionSource<EmailSettings> = {
  // Mail stays in the mailbox.
  keepsMs: null,
  isEnabled: () => true,

  async run(context) {
    context.report({ status: 'connecting' });
    const client = await openImap(context).catch((error: unknown) => {
      if (context.signal.aborted) return null;
      throw error;
    });
    if (!client) return;
    try {
      await follow(client, context);
    } catch (error) {
      if (!context.signal.aborted) throw explainImapFailure(error, context.settings.imapHost, context.now());
    } finally {
      await closeImap(client);
    }
  },
};

async function follow(client: ImapFlow, context: Context): Promise<void> {
  const { settings, signal } = context;
  const bell = new NewsBell(client, signal);
  const { uidValidity } = await client.mailboxOpen(settings.folder, { readOnly: !settings.marksAsRead });
  const box = digest(settings.imapHost, settings.username ?? settings.address, settings.folder);
  const firstDay = new Date(context.now().getTime() - settings.historyDays * DAY_MS);
  let cursor = startIn({ box, uidValidity }, readCursor(context.cursor), firstDay);
  context.report({ status: 'open', account: settings.address });
  while (!signal.aborted) {
    bell.silence();
    cursor = await takeIn(client, cursor, context);
    await bell.wait();
  }
}

/** Stores everything after the cursor and returns where reading stands now. */
async function takeIn(client: ImapFlow, start: MailCursor, context: Context): Promise<MailCursor> {
  let cursor = start;
  const lastUid = client.mailbox ? client.mailbox.uidNext - 1 : 0;
  const past = cursor.isCatchingUp ? { uid: lastUid, since: new Date(cursor.since) } : null;
  const listed = await listAfter(client, cursor.uid, past);
  for (const batch of batchesOf(listed, context.settings.maxMegabytes * MEGABYTE)) {
    const events: ParsedEvent[] = [];
    for (const mail of batch) {
      const event = await fetchEvent(client, mail, cursor.uidValidity, context);
      if (event) events.push(event);
    }
    cursor = { ...cursor, uid: batch.at(-1)?.uid ?? cursor.uid };
    await context.emit(events, writeCursor(cursor));
    if (context.settings.marksAsRead) {
      await client.messageFlagsAdd(
        batch.map(({ uid }) => uid),
        ['\\Seen'],
        { uid: true },
      );
    }
  }
  if (!cursor.isCatchingUp) return cursor;
  cursor = { ...cursor, uid: Math.max(cursor.uid, lastUid), isCatchingUp: false };
  await context.emit([], writeCursor(cursor));
  return cursor;
}

/** @returns null when somebody has removed the mail meanwhile */
async function fetchEvent(
  client: ImapFlow,
  { uid, sizeBytes, arrivedAt }: ListedMail,
  uidValidity: string,
  { settings }: Context,
): Promise<ParsedEvent | null> {
  const isTooLarge = sizeBytes > settings.maxMegabytes * MEGABYTE;
  const bytes = isTooLarge ? null : await fetchWhole(client, uid);
  const fetched = isTooLarge ? await fetchText(client, uid) : bytes && { bytes };
  if (!fetched) return null;
  const place = {
    folder: settings.folder,
    uidValidity,
    uid,
    ...(arrivedAt ? { arrivedAt: arrivedAt.toISOString() } : {}),
    sizeBytes,
    ownAddresses: ownAddresses(settings),
    ...(settings.trustedAuthServer ? { trustedAuthServer: settings.trustedAuthServer } : {}),
  };
  return toEvent({ place, ...fetched });
}

function* batchesOf(mails: readonly ListedMail[], maxBytes: number): Generator<ListedMail[]> {
  let batch: ListedMail[] = [];
  let bytes = 0;
  for (const mail of mails) {
    const size = Math.min(mail.sizeBytes, maxBytes);
    if (batch.length > 0 && (batch.length >= BATCH_MAILS || bytes + size > BATCH_BYTES)) {
      yield batch;
      [batch, bytes] = [[], 0];
    }
    batch.push(mail);
    bytes += size;
  }
  if (batch.length > 0) yield batch;
}
