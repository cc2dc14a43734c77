const DATE = String.raw`(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d{2})`;
const TIME = String.raw`(\d{1,2})[.:](\d{2})(?:[.:](\d{2}))?(?:\s*([ap])\.?\s?m\.?)?`;
/** `24/11/26 10.15 - ` on Android, `[24/11/26 10.15.33] ` on iOS; English phones put a comma after the date. */
const STAMP = new RegExp(String.raw`^(?:${DATE},?\s+${TIME}\s+-\s|\[${DATE},?\s+${TIME}\]\s)`, 'i');
/** Marks of writing direction, which phones put around names, files and their own notes. */
const MARKS = /[\u200e\u200f\u202a-\u202c\u2066-\u2069]/g;
const EDITED = /\s*<(?:this message was edited|pesan ini (?:telah )?diedit)>\s*$/i;
const DELETED =
  /^(?:this message was deleted|you deleted this message|pesan ini (?:telah )?dihapus|anda (?:telah )?menghapus pesan ini)\.?$/i;
const NAMED_FILE =
  /<(?:attached|terlampir):\s*([^>]+)>|^(.+\.\w{2,5}) \((?:file|berkas) (?:attached|terlampir)\)$/im;
const OMITTED =
  /^<media (?:omitted|tidak disertakan)>$|^(?:(image|gambar|foto|video|gif|audio|sticker|stiker|document|dokumen|contact card|kartu kontak)) (?:omitted|tidak disertakan)$/im;

export interface Stamp {
  readonly typed: string;
  /** Day or month. */
  readonly first: number;
  readonly second: number;
  /** What follows on the line. */
  readonly rest: string;
  /** @returns `2026-11-24 10:15:33` without a zone; `null` for a day that no calendar has */
  at(isMonthFirst: boolean): string | null;
}

/** @returns `null` for a line that begins no message */
export function stampOf(line: string): Stamp | null {
  const bare = line.replace(/^[\u200e\u200f]+/, '');
  const match = STAMP.exec(bare);
  if (!match) return null;
  const [typed, ...groups] = match;
  const [first = '', second = '', year = '', hour = '', minute = '', seconds = '00', half] =
    groups[0] === undefined ? groups.slice(7) : groups;
  return {
    typed,
    first: Number(first),
    second: Number(second),
    rest: bare.slice(typed.length),
    at(isMonthFirst) {
      const [day, month] = isMonthFirst ? [second, first] : [first, second];
      const hours = half === undefined ? Number(hour) : (Number(hour) % 12) + (/p/i.test(half) ? 12 : 0);
      const date = [year.padStart(4, '20'), month.padStart(2, '0'), day.padStart(2, '0')].join('-');
      const isDay = Number(month) >= 1 && Number(month) <= 12 && Number(day) >= 1 && Number(day) <= 31;
      return isDay ? `${date} ${String(hours).padStart(2, '0')}:${minute}:${seconds}` : null;
    },
  };
}

/**
 * Who said what. Notes of WhatsApp's own (encryption, members, calls, deleted messages) are nobody's.
 * @param rest what follows the stamp, with the message's further lines
 */
export function authorAndText(rest: string): { author: string; text: string } | null {
  const [, name, said] = /^([^:\n"“]{1,100}): ?([\s\S]*)$/.exec(rest) ?? [];
  if (name === undefined || said === undefined) return null;
  const author = name.replace(MARKS, '').replace(/^~\s*/, '').trim();
  const text = said.replace(MARKS, '').replace(EDITED, '').trim();
  // On iOS a note begins with a mark, as do files, places and polls; those have more than words.
  const isNote =
    said.startsWith('\u200e') && !/[:<]/.test(said) && !OMITTED.test(text) && !NAMED_FILE.test(text);
  return author === '' || text === '' || isNote || DELETED.test(text) ? null : { author, text };
}

/** Takes the line about a file out of a text. `attachment` is the file's name or, where the export left it out, its kind. */
export function attachmentOf(text: string): Record<string, string> {
  const found = NAMED_FILE.exec(text) ?? OMITTED.exec(text);
  if (!found) return { text };
  const [line, ...names] = found;
  const attachment = names.find((name) => name !== undefined)?.trim() ?? 'media';
  return { text: text.replace(line, '').trim(), attachment };
}

/** A sender who is in nobody's address book stands there by number. */
export function phoneOf(author: string): Record<string, string> {
  return /^\+?[\d\s().-]{8,25}$/.test(author) ? { phone: author } : {};
}
