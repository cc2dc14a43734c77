import { ConnectorError } from '@app/connector-kit';
import { z } from 'zod';

const time = z.iso.datetime({ offset: true });

/** Newest first, so `since` moves only when a sweep's last page is stored; in between, `next` holds the rest. */
const cursorSchema = z.object({
  /** When the newest notification of the last finished sweep was indexed; null while there was none. */
  since: time.nullable(),
  next: z.object({ cursor: z.string().min(1), newest: time.nullable() }).optional(),
  /** Posts of the last two days, to see whether they are still there. */
  watch: z.object({ uris: z.array(z.string()), checkedAt: time }).optional(),
});
export type BlueskyCursor = z.infer<typeof cursorSchema>;

/** @throws ConnectorError `cursor-expired` when the stored text is no cursor of ours. */
export function readCursor(cursor: string): BlueskyCursor {
  try {
    return cursorSchema.parse(JSON.parse(cursor));
  } catch {
    throw new ConnectorError(
      'cursor-expired',
      'The stored reading position cannot be read. Reading starts again from the latest 100 notifications',
    );
  }
}

export function writeCursor(cursor: BlueskyCursor): string {
  return JSON.stringify(cursor);
}
