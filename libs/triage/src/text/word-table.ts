const FIRST_SIZE = 4_096;
/** Mean letters of a word, for the first room. */
const LETTERS = 8;
const OFFSET = 0x811c9dc5;
const PRIME = 0x01000193;

/**
 * What is known of raw words, looked up by their place in a text: unlike a `Map` this needs no string of its own for each
 * word that is read. Open addressing, at most half full. The letters of all words lie in one list, in the order in
 * which the words were met: those that people use most lie together.
 */
export class WordTable<Value> {
  /** Hash -> number of the word, plus one. */
  private slots = new Int32Array(FIRST_SIZE);
  /** Number of the word -> its hash, its value and where its letters begin; those of the next one end them. */
  private hashes: number[] = [];
  private values: Value[] = [];
  private begins: number[] = [0];
  private letters: Uint16Array = new Uint16Array(FIRST_SIZE * LETTERS);

  get size(): number {
    return this.values.length;
  }

  /** What is known of the word from `start` to `end`; of a word not met before, what `make` says of it. */
  at(text: string, start: number, end: number, make: (word: string) => Value): Value {
    let hash = OFFSET;
    for (let index = start; index < end; index++) hash = Math.imul(hash ^ text.charCodeAt(index), PRIME);
    hash ^= hash >>> 15;
    const { slots, begins, letters } = this;
    const mask = slots.length - 1;
    for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
      const word = (slots[slot] as number) - 1;
      if (word < 0) return this.add(text.slice(start, end), hash, slot, make);
      const begin = begins[word] as number;
      if ((begins[word + 1] as number) - begin !== end - start) continue;
      let index = start;
      while (index < end && letters[begin + index - start] === text.charCodeAt(index)) index++;
      if (index === end) return this.values[word] as Value;
    }
  }

  clear(): void {
    this.slots = new Int32Array(FIRST_SIZE);
    this.hashes = [];
    this.values = [];
    this.begins = [0];
  }

  private add(word: string, hash: number, slot: number, make: (word: string) => Value): Value {
    const value = make(word);
    const begin = this.begins[this.size] as number;
    while (begin + word.length > this.letters.length) this.letters = doubled(this.letters);
    for (let index = 0; index < word.length; index++) this.letters[begin + index] = word.charCodeAt(index);
    this.hashes.push(hash);
    this.values.push(value);
    this.begins.push(begin + word.length);
    this.slots[slot] = this.size;
    if (this.size * 2 > this.slots.length) this.grow();
    return value;
  }

  private grow(): void {
    const mask = this.slots.length * 2 - 1;
    this.slots = new Int32Array(mask + 1);
    this.hashes.forEach((hash, word) => {
      let slot = hash & mask;
      while (this.slots[slot] !== 0) slot = (slot + 1) & mask;
      this.slots[slot] = word + 1;
    });
  }
}

function doubled(letters: Uint16Array): Uint16Array {
  const larger = new Uint16Array(letters.length * 2);
  larger.set(letters);
  return larger;
}
