import { ConnectorError } from '@app/connector-kit';
import { z } from 'zod';

const id = z.string().regex(/^\d{1,20}$/);

/**
 * Where reading of one stream stands. X answers newest first, so `sinceId` moves only when the last page of a sweep
 * is stored; in between, `next` holds the rest of the sweep. A crash repeats pages and skips none.
 */
const streamSchema = z.object({
  /** The newest item of the last finished sweep; null while there has been none. */
  sinceId: id.nullable(),
  next: z
    .object({
      token: z.string().min(1),
      newestId: id.nullable(),
      /** As the sweep's first page was asked for: a token belongs to its question. */
      window: z.object({
        since_id: id.optional(),
        start_time: z.iso.datetime().optional(),
        end_time: z.iso.datetime().optional(),
      }),
    })
    .optional(),
});
export type XStreamPlace = z.infer<typeof streamSchema>;

/** The mentions' place, and beside it that of the other streams as far as they are switched on. */
const cursorSchema = streamSchema.extend({
  /** The account whose mentions these are. */
  userId: id,
  search: streamSchema.optional(),
  messages: streamSchema.optional(),
  /** Young posts that are looked at again, by the id of their first version. */
  watch: z.object({ ids: z.array(id), checkedAt: z.iso.datetime() }).optional(),
});
export type XCursor = z.infer<typeof cursorSchema>;

/** @throws ConnectorError `cursor-expired` when the stored text is no cursor of ours. */
export function readCursor(cursor: string): XCursor {
  try {
    return cursorSchema.parse(JSON.parse(cursor));
  } catch {
    throw new ConnectorError(
      'cursor-expired',
      'The stored reading position cannot be read. Reading starts again from the latest 100 mentions',
    );
  }
}

export function writeCursor(cursor: XCursor): string {
  return JSON.stringify(cursor);
}
