interface Person {
  readonly id: string;
  readonly name: string;
}

const LONGEST_PREFIX = 30;

/** The name that is being typed after an `@` before the caret, or null. */
export function mentionAt(
  text: string,
  caret: number,
): { readonly start: number; readonly prefix: string } | null {
  const before = text.slice(0, caret);
  const start = before.lastIndexOf('@');
  if (start === -1 || /[\p{L}\p{N}]/u.test(before[start - 1] ?? '')) return null;
  const prefix = before.slice(start + 1);
  return prefix.length > LONGEST_PREFIX || /[\n@]|\s$/.test(prefix) ? null : { start, prefix };
}

/** The text with the whole name instead of what was typed, and where the caret goes. */
export function withMention(
  text: string,
  caret: number,
  name: string,
): { readonly text: string; readonly caret: number } {
  const { start } = mentionAt(text, caret) ?? { start: caret };
  const head = `${text.slice(0, start)}@${name} `;
  return { text: head + text.slice(caret), caret: head.length };
}

/** Ids of the people whose whole name stands in the text after an `@`. */
export function mentionedIn(text: string, people: readonly Person[]): string[] {
  const lower = text.toLowerCase();
  const found: string[] = [];
  // The longest first: "@Budi Santoso" does not name another Budi.
  let rest = lower;
  for (const { id, name } of people.toSorted((a, b) => b.name.length - a.name.length)) {
    const mark = `@${name.toLowerCase()}`;
    if (!rest.includes(mark)) continue;
    found.push(id);
    rest = rest.replaceAll(mark, ' ');
  }
  return found;
}
