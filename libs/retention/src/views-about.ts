/** What a person is called and reached by. */
export type Identifiers = readonly string[];

/** Shorter names and codes are in too many words. */
const SHORTEST = 3;
/** A number that is written with 0, 62 or +62 in front, and with or without signs between. */
const SHORTEST_NUMBER = 8;

interface View {
  readonly name: string;
  /** As in the address bar. */
  readonly query: string;
}

/** Those of the views whose name, or whose words to look for, hold a full name, number, address or account. */
export function viewsAbout<V extends View>(views: readonly V[], identifiers: Identifiers): V[] {
  const wanted = identifiers.map(wordsOf).filter((words) => words.trim().length >= SHORTEST);
  const numbers = identifiers.map(nationalNumberOf).filter((number) => number.length >= SHORTEST_NUMBER);
  return views.filter(({ name, query }) =>
    [name, new URLSearchParams(query).get('q') ?? ''].some((text) => {
      const [words, digits] = [wordsOf(text), text.replace(/\D/g, '')];
      return wanted.some((one) => words.includes(one)) || numbers.some((one) => digits.includes(one));
    }),
  );
}

/** Letters and digits in lower case, with a space around each word. */
function wordsOf(text: string): string {
  return ` ${text
    .normalize('NFKC')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
    .join(' ')} `;
}

function nationalNumberOf(text: string): string {
  return /^\+?[\d\s().-]+$/.test(text) ? text.replace(/\D/g, '').replace(/^(62|0)/, '') : '';
}
