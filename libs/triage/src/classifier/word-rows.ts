import { KNOWN, ownFeatures, type FeatureWord } from '../linear/feature-word.js';
import { HEADS } from '../linear/heads.js';
import type { TriageModel } from '../linear/triage-model.js';

const FIRST_ROOM = 4_096;

/**
 * A model's rows of weights, and behind them one row for each word looked up: what the word, its stem and its letter
 * pieces say together. That does not depend on its neighbours and is worked out once per word: this is what makes letter
 * pieces affordable.
 */
export class WordRows {
  table: Float32Array;
  private readonly modelRows: number;
  private rows: number;

  constructor(private readonly model: TriageModel) {
    this.modelRows = this.rows = model.weights.length / HEADS;
    this.table = new Float32Array((this.rows + FIRST_ROOM) * HEADS);
    this.table.set(model.weights);
  }

  /** Gives the word its row. */
  look(word: FeatureWord): FeatureWord {
    if ((this.rows + 1) * HEADS > this.table.length) this.grow();
    const { rowOf, weights } = this.model;
    const offset = this.rows * HEADS;
    this.table.fill(0, offset, offset + HEADS);
    ownFeatures(word, (bucket, value, isWhole) => {
      const row = rowOf[bucket] as number;
      if (row === 0) return;
      if (isWhole) word.marks |= KNOWN;
      for (let head = 0; head < HEADS; head++) {
        this.table[offset + head] =
          (this.table[offset + head] as number) + (weights[row * HEADS + head] as number) * value;
      }
    });
    word.row = this.rows++;
    return word;
  }

  /** Forgets all words. */
  clear(): void {
    this.rows = this.modelRows;
  }

  private grow(): void {
    const larger = new Float32Array(this.table.length * 2);
    larger.set(this.table);
    this.table = larger;
  }
}
