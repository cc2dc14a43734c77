const FIRST_SIZE = 4_096;
const OFFSET = 0x811c9dc5;
const PRIME = 0x01000193;

/**
 * What is known of raw words, looked up by their place in a text: unlike a `Map` this needs no string of its own for each
 * word that is read. Open addressing, at most half full.
 */
export class WordTable<Value> {
  private slots = new Int32Array(FIRST_SIZE);
  private hashes: number[] = [];
  private words: string[] = [];
  private values: Value[] = [];

  get size(): number {
    return this.words.length;
  }

  /** What is known of the word from `start` to `end`; of a word not met before, what `make` says of it. */
  at(text: string, start: number, end: number, make: (word: string) => Value): Value {
    let hash = OFFSET;
    for (let index = start; index < end; index++) hash = Math.imul(hash ^ text.charCodeAt(index), PRIME);
    hash ^= hash >>> 15;
    const mask = this.slots.length - 1;
    for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
      const place = (this.slots[slot] as number) - 1;
      if (place < 0) return this.add(text.slice(start, end), hash, slot, make);
      if (this.hashes[place] === hash && isAt(this.words[place] as string, text, start, end)) {
        return this.values[place] as Value;
      }
    }
  }

  clear(): void {
    this.slots = new Int32Array(FIRST_SIZE);
    this.hashes = [];
    this.words = [];
    this.values = [];
  }

  private add(word: string, hash: number, slot: number, make: (word: string) => Value): Value {
    const value = make(word);
    this.hashes.push(hash);
    this.words.push(word);
    this.values.push(value);
    this.slots[slot] = this.words.length;
    if (this.words.length * 2 > this.slots.length) this.grow();
    return value;
  }

  private grow(): void {
    const mask = this.slots.length * 2 - 1;
    this.slots = new Int32Array(mask + 1);
    this.hashes.forEach((hash, place) => {
      let slot = hash & mask;
      while (this.slots[slot] !== 0) slot = (slot + 1) & mask;
      this.slots[slot] = place + 1;
    });
  }
}

function isAt(word: string, text: string, start: number, end: number): boolean {
  if (word.length !== end - start) return false;
  for (let index = 0; index < word.length; index++) {
    if (word.charCodeAt(index) !== text.charCodeAt(start + index)) return false;
  }
  return true;
}
