import { ConnectorError } from '@app/connector-kit';
import { z } from 'zod';

const cursorSchema = z.object({
  /** The latest notification that was read; null while there was none. */
  minId: z.string().nullable(),
  /** Young statuses to look at again, the one that waits longest first, as they were last seen. */
  watch: z.array(z.object({ id: z.string(), editedAt: z.string().nullable() })).default([]),
});
export type MastodonCursor = z.infer<typeof cursorSchema>;

/** @throws ConnectorError `cursor-expired` when the stored text is no cursor of ours. */
export function readCursor(cursor: string): MastodonCursor {
  try {
    return cursorSchema.parse(JSON.parse(cursor));
  } catch {
    throw new ConnectorError(
      'cursor-expired',
      'The stored reading position cannot be read. Reading starts again from the latest 40 mentions',
    );
  }
}

export function writeCursor({ minId, watch }: MastodonCursor): string {
  return JSON.stringify({ minId, ...(watch.length > 0 && { watch }) });
}
