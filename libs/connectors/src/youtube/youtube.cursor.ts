import { ConnectorError } from '@app/connector-kit';
import { z } from 'zod';

/** A thread as it was last seen: id, number of replies, its newest change. */
const seenSchema = z.array(z.tuple([z.string(), z.number(), z.string()]));

const cursorSchema = z.object({
  /** When the newest thread that was read began. */
  since: z.string().nullable(),
  /** What this reading has seen, newest first. */
  seen: seenSchema.default([]),
  /** Between two pages of one reading; `before`: what the reading before had seen. */
  next: z
    .object({ pageToken: z.string(), newest: z.string(), oldest: z.string(), before: seenSchema })
    .optional(),
});
export type YoutubeCursor = z.infer<typeof cursorSchema>;

/** @throws ConnectorError `cursor-expired` when the stored text is no cursor of ours */
export function readCursor(cursor: string): YoutubeCursor {
  try {
    return cursorSchema.parse(JSON.parse(cursor));
  } catch {
    throw new ConnectorError(
      'cursor-expired',
      'The stored reading position cannot be read. Reading starts again from the latest 100 comments',
    );
  }
}

export function writeCursor(cursor: YoutubeCursor): string {
  return JSON.stringify(cursor);
}
