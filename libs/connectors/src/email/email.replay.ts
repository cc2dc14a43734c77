import type { RecordedFile, ReplayStep } from '@app/connector-kit';
import { toEvent } from './email.events.js';

/** A saved mail (`.eml`), as if it had lain in the mailbox; whose mailbox it was, the file does not say. */
export async function replayEmail({ body }: RecordedFile): Promise<readonly ReplayStep[]> {
  const place = { folder: 'INBOX', uidValidity: '0', uid: 0, sizeBytes: body.length, ownAddresses: [] };
  return [{ by: 'ledger', events: [await toEvent({ place, bytes: body })] }];
}
