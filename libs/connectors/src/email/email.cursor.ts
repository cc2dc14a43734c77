import { z } from 'zod';

const cursorSchema = z.object({
  /** Which mailbox on which server this is about: an admin may enter another one. */
  box: z.string(),
  /** The server's number for this making of the mailbox; UIDs mean nothing under another one. */
  uidValidity: z.string(),
  /** The last one that is stored. */
  uid: z.int().min(0),
  /** ISO 8601: mail that arrived before is not ours to fetch. */
  since: z.string(),
  /** Still on the way through older mail: `since` counts. Afterwards whatever appears is new. */
  isCatchingUp: z.boolean(),
});
export type MailCursor = z.infer<typeof cursorSchema>;

/** @returns null for none, or for one that cannot be read */
export function readCursor(stored: string | null): MailCursor | null {
  if (stored === null) return null;
  try {
    return cursorSchema.parse(JSON.parse(stored));
  } catch {
    return null;
  }
}

export function writeCursor(cursor: MailCursor): string {
  return JSON.stringify(cursor);
}

/**
 * Where to go on in a mailbox. A first start goes back some days; a mailbox that was made anew is read again as far
 * back as the first start went, and what is known already is found to be so.
 */
export function startIn(
  mailbox: { readonly box: string; readonly uidValidity: bigint },
  stored: MailCursor | null,
  firstDay: Date,
): MailCursor {
  const { box } = mailbox;
  const uidValidity = String(mailbox.uidValidity);
  const known = stored?.box === box ? stored : null;
  if (known?.uidValidity === uidValidity) return known;
  return { box, uidValidity, uid: 0, since: known?.since ?? firstDay.toISOString(), isCatchingUp: true };
}
