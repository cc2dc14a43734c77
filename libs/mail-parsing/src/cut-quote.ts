/** Lines under which mail programs put what is answered: English, Indonesian and Malay wordings. */
const INTRODUCTIONS = [
  /^\s*-{2,}\s*(original message|forwarded message|pesan asli|pesan terusan|pesan yang diteruskan|mesej asal)\s*-{2,}\s*$/i,
  /^\s*(on|pada|tanggal|pd)\b.{0,300}\b(wrote|menulis|tulis|berkata)\s*:\s*$/i,
  /^.{0,200}<[^<>\s@]{1,100}@[^<>\s@]{1,200}>\s*(wrote|menulis)\s*:\s*$/i,
];
/** A header block as Outlook puts it: two of these lines in a row. */
const BLOCK_START = /^\s*\*?(from|dari)\s*:\*?\s*\S/i;
const BLOCK_LINE =
  /^\s*\*?(sent|date|to|subject|cc|dikirim|terkirim|tanggal|kepada|ke|perihal|subjek)\s*:\*?/i;
const QUOTED = /^\s*>/;
/** Drawn between answer and quote. */
const RULE = /^[\s*]*[_=-]{5,}[\s*]*$/;
/** The introduction may be wrapped over so many lines. */
const WRAPPED_LINES = 3;

/**
 * Cuts the quoted earlier messages off the end of a text. A quote in the middle, with words below it, is kept: the
 * words below would be unreadable without it. When nothing else is left, everything is kept.
 */
export function cutQuote(text: string): { readonly text: string; readonly isCut: boolean } {
  const lines = text.trimEnd().split('\n');
  const end = quoteStart(lines);
  const kept = withoutRule(lines.slice(0, end)).join('\n').trim();
  if (end === lines.length || kept === '') return { text: text.trim(), isCut: false };
  return { text: kept, isCut: true };
}

/** The first line of what can be cut, or the number of lines. */
function quoteStart(lines: readonly string[]): number {
  const introduced = lines.findIndex((_line, index) => isIntroduction(lines, index));
  let end = introduced < 0 || hasWordsBelowQuote(lines, introduced) ? lines.length : introduced;
  while (end > 0 && (QUOTED.test(lines[end - 1] ?? '') || isBlank(lines[end - 1]))) end -= 1;
  // Only blank lines were passed over: there was no quote.
  const isQuote = lines.slice(end).some((line) => !isBlank(line));
  if (!isQuote) return lines.length;
  return withoutIntroduction(lines, end);
}

/** Below an introduction of `>` lines there may be words of the sender again. */
function hasWordsBelowQuote(lines: readonly string[], start: number): boolean {
  const firstQuoted = lines.findIndex((line, index) => index > start && QUOTED.test(line));
  if (firstQuoted < 0 || firstQuoted - start > WRAPPED_LINES + 1) return false;
  return lines.slice(firstQuoted).some((line) => !QUOTED.test(line) && !isBlank(line));
}

function isIntroduction(lines: readonly string[], index: number): boolean {
  const line = lines[index] ?? '';
  if (INTRODUCTIONS.some((pattern) => pattern.test(line))) return true;
  if (BLOCK_START.test(line)) {
    return lines.slice(index + 1, index + 4).filter((next) => BLOCK_LINE.test(next)).length >= 2;
  }
  if (!/^\s*(on|pada)\b/i.test(line)) return false;
  const wrapped = lines.slice(index, index + WRAPPED_LINES).join(' ');
  return INTRODUCTIONS.some((pattern) => pattern.test(wrapped));
}

/** An introduction left over above a cut quote goes with it. */
function withoutIntroduction(lines: readonly string[], end: number): number {
  let last = end;
  while (last > 0 && isBlank(lines[last - 1])) last -= 1;
  for (let start = Math.max(0, last - WRAPPED_LINES); start < last; start += 1) {
    if (isIntroduction(lines.slice(0, last), start)) return start;
  }
  return end;
}

function withoutRule(lines: readonly string[]): readonly string[] {
  const last = lines.findLastIndex((line) => !isBlank(line));
  return RULE.test(lines[last] ?? '') ? lines.slice(0, last) : lines;
}

function isBlank(line: string | undefined): boolean {
  return (line ?? '').trim() === '';
}
