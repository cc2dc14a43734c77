import { scanText } from './scan-text.js';

/** Letters set apart ("s l o t") are read as one word from this many on. */
const SPACED_LETTERS = 3;

/** The words as they stand in a folded text, letters set apart joined: parallel lists of `count` items. */
export class RawWords {
  count = 0;
  /** The placeholder or the joined letters; null for a word that stands in the text as it is. */
  readonly words: (string | null)[] = [];
  readonly starts: number[] = [];
  readonly ends: number[] = [];
  readonly opens: boolean[] = [];
  private letters = 0;
  private hasSpacedLetters = false;

  read(folded: string): void {
    this.count = 0;
    this.letters = 0;
    this.hasSpacedLetters = false;
    scanText(folded, this.take);
    if (this.hasSpacedLetters) this.joinLetters(folded);
  }

  private readonly take = (word: string | null, start: number, end: number, opens: boolean): void => {
    const { count } = this;
    if (word !== null || end - start > 1) this.letters = 0;
    else this.letters = this.letters > 0 && this.isClose(count, start) ? this.letters + 1 : 1;
    if (this.letters === SPACED_LETTERS) this.hasSpacedLetters = true;
    this.put(count, word, start, end, opens);
    this.count = count + 1;
  };

  private put(place: number, word: string | null, start: number, end: number, opens: boolean): void {
    this.words[place] = word;
    this.starts[place] = start;
    this.ends[place] = end;
    this.opens[place] = opens;
  }

  private joinLetters(folded: string): void {
    let kept = 0;
    for (let index = 0; index < this.count;) {
      let after = index + 1;
      while (this.isLetter(index) && this.isLetter(after) && this.isClose(after, this.startOf(after)))
        after++;
      const isRun = after - index >= SPACED_LETTERS;
      const last = isRun ? after - 1 : index;
      const letters = this.starts.slice(index, after).map((start) => folded.charAt(start));
      const word = isRun ? letters.join('') : (this.words[index] as string | null);
      this.put(kept, word, this.startOf(index), this.ends[last] as number, this.opens[index] as boolean);
      kept++;
      index = last + 1;
    }
    this.count = kept;
  }

  private startOf(index: number): number {
    return this.starts[index] as number;
  }

  private isLetter(index: number): boolean {
    return (
      index < this.count &&
      this.words[index] === null &&
      (this.ends[index] as number) - this.startOf(index) === 1
    );
  }

  /** Whether a word that begins at `start` follows the one before `index` at most one unit away. */
  private isClose(index: number, start: number): boolean {
    return start - (this.ends[index - 1] as number) <= 1;
  }
}
