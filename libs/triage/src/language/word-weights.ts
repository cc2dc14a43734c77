import { COMMON_WORDS, TELLING_WORDS, type KnownLanguage } from './language-words.js';

/** In the order of {@link Weights}. */
export const KNOWN_LANGUAGES = Object.keys(TELLING_WORDS) as readonly KnownLanguage[];
/** What a word says for each language. */
export type Weights = readonly number[];

/** Indonesian words are at home in a local message, local ones hardly in an Indonesian one: theirs weigh more. */
const LOCAL = 2.2;
const COMMON = 0.5;
const ENDING = 0.5;

const weight = (language: KnownLanguage): number => (language === 'id' || language === 'en' ? 1 : LOCAL);
const only = (language: KnownLanguage, value: number): Weights =>
  KNOWN_LANGUAGES.map((other) => (other === language ? value : 0));

/** Forms that no other of these languages has. */
const FORMS: readonly (readonly [form: RegExp, language: KnownLanguage])[] = [
  [/..keun$/, 'su'],
  [/^(?!museum|reuni|neur|eur|pneu)[a-z]*eu[a-z]/, 'su'],
  [/[aiou](?:ne|nipun)$|..ake$/, 'jv'],
  [/^ma(?:m[bp]|nd|ng|ny|n)[a-df-np-z]{4,}$/, 'bjn'],
  [/^(?:me[mn][a-z]{4,}|ber[a-z]{4,}|di[a-z]{4,}kan)$/, 'id'],
];
const BY_WORD = readWords();

function readWords(): ReadonlyMap<string, Weights> {
  const lists = KNOWN_LANGUAGES.map((language) => ({
    language,
    words: new Set(split(TELLING_WORDS[language])),
  }));
  const all = new Map(split(COMMON_WORDS).map((word) => [word, only('id', COMMON)]));
  for (const word of lists.flatMap(({ words }) => [...words])) {
    const sharers = lists.filter(({ words }) => words.has(word)).length;
    all.set(
      word,
      lists.map(({ language, words }) => (words.has(word) ? weight(language) / sharers : 0)),
    );
  }
  return all;
}

function split(words: string): string[] {
  return words.trim().split(/\s+/);
}

/** What one folded word says, or null: nothing. */
export function weightsOf(word: string): Weights | null {
  const listed = BY_WORD.get(word);
  if (listed !== undefined) return listed;
  const form = FORMS.find(([pattern]) => pattern.test(word));
  return form ? only(form[1], weight(form[1]) * ENDING) : null;
}
