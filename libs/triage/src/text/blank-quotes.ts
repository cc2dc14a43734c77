const QUOTED_LINE = /^[ \t]*>.*$/gm;
/** What mail programs put above the message that is answered. */
const REPLY_HEADER =
  /^(?:-{2,} ?(?:original message|pesan asli) ?-{2,}|(?:pada|on) [^\n]{1,150}(?:menulis|wrote):)[ \t]*$/m;
const FORWARD_HEADER =
  /^(?:-{2,} ?(?:forwarded message|pesan terusan|pesan yang diteruskan) ?-{2,}|\[?(?:forwarded|diteruskan)\]?:?)[ \t]*$/gm;

/**
 * Writes blanks over what the writer only quoted (answered mail, `>` lines) and over the header of a forwarded message,
 * whose text is what the writer wants read. The length stays, so places stay right. A message that is nothing but a
 * quotation is left as it is.
 */
export function blankQuotes(folded: string): string {
  if (!SIGNS.some((sign) => folded.includes(sign))) return folded;
  const header = REPLY_HEADER.exec(folded);
  const answered = header === null ? folded : blankFrom(folded, header.index);
  const own = answered.replace(QUOTED_LINE, blank).replace(FORWARD_HEADER, blank);
  return /[a-z]/.test(own) ? own : folded;
}

/** Without one of these there is neither. */
const SIGNS = ['>', '--', 'menulis:', 'wrote:', 'forwarded', 'diteruskan'];
const blank = (part: string): string => ' '.repeat(part.length);
const blankFrom = (text: string, index: number): string => text.slice(0, index) + blank(text.slice(index));
