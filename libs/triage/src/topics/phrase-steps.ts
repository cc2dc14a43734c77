import { standardWords } from '../text/standard-word.js';

/** What a word may be: itself, or its stem. */
export interface Step {
  readonly words: ReadonlySet<string>;
  readonly stems: ReadonlySet<string>;
}

/** Lists of what concerns a word, by itself and by its stem. */
export class WordLists<Item> {
  private readonly byWord = new Map<string, Item[]>();
  private readonly byStem = new Map<string, Item[]>();
  private readonly none: readonly Item[] = [];

  add({ words, stems }: Step, item: Item): void {
    for (const word of words) addTo(this.byWord, word, item);
    for (const stem of stems) addTo(this.byStem, stem, item);
  }

  of(word: string, stem: string): readonly Item[] {
    const ofWord = this.byWord.get(word) ?? this.none;
    const ofStem = this.byStem.get(stem);
    return ofStem === undefined ? ofWord : [...new Set([...ofWord, ...ofStem])];
  }
}

function addTo<Value>(lists: Map<string, Value[]>, key: string, value: Value): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}

/** Lists may be written in any spelling; a word that stands for several becomes as many steps. Null is a gap. */
export function readSteps(part: string): (Step | null)[] {
  if (part === '..') return [null];
  const choices = part.split('|').map((choice) => {
    const isExact = choice.startsWith('=');
    return { isExact, words: standardWords(isExact ? choice.slice(1) : choice) };
  });
  const [only] = choices;
  if (choices.length === 1 && only) return only.words.map((word) => stepOf([{ ...only, words: [word] }]));
  return [stepOf(choices.filter(({ words }) => words.length === 1))];
}

function stepOf(choices: readonly { isExact: boolean; words: readonly string[] }[]): Step {
  const inexact = choices.filter(({ isExact }) => !isExact);
  return {
    words: new Set(choices.flatMap(({ words }) => words)),
    stems: new Set(inexact.flatMap(({ words }) => words)),
  };
}
