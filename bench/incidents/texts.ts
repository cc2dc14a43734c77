import { seededRandom } from '../../libs/triage/src/training/seeded-random.js';

export const CAMPAIGN = 5_000;
const LEAST_WORDS = 5;

export interface Texts {
  /** A text made of three clauses that happen to stand together; the first {@link CAMPAIGN} are all the same. */
  textOf(n: number): string;
  /** The same text as people send it again: a word left out, a courtesy before it. */
  again(text: string): string;
}

/** Clauses of the corpus, put together anew: real vocabulary, and as much in common as reports have. */
export function createTexts(corpus: readonly string[]): Texts {
  const clauses = corpus
    .flatMap((text) => text.split(/[.,;:!?\n]+/))
    .map((clause) => clause.trim())
    .filter((clause) => clause.split(/\s+/).length >= LEAST_WORDS);
  const random = seededRandom(20261126);
  const clause = (): string => clauses[Math.floor(random() * clauses.length)] ?? '';
  const fresh = (): string => `${clause()}, ${clause()}. ${clause()}.`;
  const campaign = fresh();
  return {
    textOf: (n) => (n < CAMPAIGN ? campaign : fresh()),
    again: (text) => {
      const words = text.split(' ');
      words.splice(Math.floor(random() * words.length), 1);
      return `Selamat pagi, ${words.join(' ')}`;
    },
  };
}
