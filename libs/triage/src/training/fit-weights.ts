import { BUCKETS } from '../linear/hash-features.js';
import { seededRandom, shuffledIndexes } from './seeded-random.js';
import type { Vector } from './vectorise.js';

/** A text with what it is: the column of its class, and for each flag true, false or unknown. */
export interface FitExample {
  readonly vector: Vector;
  readonly label: number;
  readonly flags: readonly (boolean | undefined)[];
}

export interface FitOptions {
  readonly classes: number;
  readonly flags: number;
  readonly epochs: number;
  readonly rate: number;
  /** Taken from every weight after an epoch, as a fraction. */
  readonly shrink: number;
  /** Buckets in fewer texts than this learn nothing: chance and typing errors. */
  readonly minDocuments: number;
  /** Share of a text's buckets left out, by chance, each time it is shown: no word may carry a class alone. */
  readonly dropout: number;
  /** How often a text is shown by its cues and shape alone, so that these learn to stand without the words. */
  readonly wordless: number;
  /** Added under the root of the step size: the larger, the less a rare bucket learns from one text. */
  readonly damping: number;
  /** 0: every text counts the same, 1: every class counts the same. */
  readonly balance: number;
  readonly seed: number;
}

/**
 * Multinomial logistic regression for the class and one binary logistic regression per flag, by stochastic gradient
 * descent with a step size of its own for each bucket (AdaGrad). Returns `BUCKETS` rows of `classes + flags` weights.
 * The same examples in the same order, options and seed give the same weights.
 */
export function fitWeights(examples: readonly FitExample[], options: FitOptions): Float32Array {
  const { classes, flags, epochs, rate, shrink, seed } = options;
  const width = classes + flags;
  const weights = new Float32Array(BUCKETS * width);
  const squares = new Float32Array(BUCKETS * width);
  const learns = commonBuckets(examples, options.minDocuments);
  const learning = Uint32Array.from(learns.keys()).filter((bucket) => learns[bucket]);
  const importance = headImportance(examples, options);
  const random = seededRandom(seed);
  const scores = new Float64Array(width);
  const gradient = new Float64Array(width);
  for (let epoch = 0; epoch < epochs; epoch++) {
    const step = rate * (1 - (0.9 * epoch) / epochs);
    for (const chosen of shuffledIndexes(examples.length, random)) {
      const example = examples[chosen] as FitExample;
      const { buckets, values } = drop(example.vector, options, random);
      scores.fill(0);
      for (let place = 0; place < buckets.length; place++) {
        const row = (buckets[place] as number) * width;
        const value = values[place] as number;
        for (let head = 0; head < width; head++) {
          scores[head] = (scores[head] as number) + (weights[row + head] as number) * value;
        }
      }
      gradientOf(scores, example, importance, classes, gradient);
      for (let place = 0; place < buckets.length; place++) {
        const bucket = buckets[place] as number;
        if (!learns[bucket]) continue;
        const row = bucket * width;
        const value = values[place] as number;
        for (let head = 0; head < width; head++) {
          const slope = (gradient[head] as number) * value;
          if (slope === 0) continue;
          const square = (squares[row + head] as number) + slope * slope;
          squares[row + head] = square;
          weights[row + head] =
            (weights[row + head] as number) - (step * slope) / Math.sqrt(square + options.damping);
        }
      }
    }
    for (const bucket of learning) {
      for (let index = bucket * width; index < (bucket + 1) * width; index++) {
        weights[index] = (weights[index] as number) * (1 - shrink);
      }
    }
  }
  return weights;
}

function gradientOf(
  scores: Float64Array,
  { label, flags }: FitExample,
  { ofClass, ofFlag }: Importance,
  classes: number,
  gradient: Float64Array,
): void {
  let highest = Number.NEGATIVE_INFINITY;
  for (let head = 0; head < classes; head++) highest = Math.max(highest, scores[head] as number);
  let sum = 0;
  for (let head = 0; head < classes; head++) {
    const power = Math.exp((scores[head] as number) - highest);
    gradient[head] = power;
    sum += power;
  }
  const weight = ofClass[label] ?? 1;
  for (let head = 0; head < classes; head++) {
    gradient[head] = weight * ((gradient[head] as number) / sum - (head === label ? 1 : 0));
  }
  flags.forEach((truth, flag) => {
    const head = classes + flag;
    const said = 1 / (1 + Math.exp(-(scores[head] as number)));
    gradient[head] = truth === undefined ? 0 : truth ? (ofFlag[flag] ?? 1) * (said - 1) : said;
  });
}

interface Importance {
  readonly ofClass: readonly number[];
  /** Of a text that carries the flag. */
  readonly ofFlag: readonly number[];
}

function headImportance(
  examples: readonly FitExample[],
  { classes, flags, balance }: FitOptions,
): Importance {
  const counts = Array.from(
    { length: classes },
    (_, label) => examples.filter((one) => one.label === label).length,
  );
  const raised = Array.from({ length: flags }, (_, flag) => examples.filter((one) => one.flags[flag]).length);
  return {
    ofClass: counts.map((count) => (count === 0 ? 1 : (examples.length / classes / count) ** balance)),
    ofFlag: raised.map((count) => (count === 0 ? 1 : Math.min(8, (examples.length / count) ** 0.5))),
  };
}

function drop(
  { buckets, values, lexical }: Vector,
  { dropout, wordless }: FitOptions,
  random: () => number,
): Pick<Vector, 'buckets' | 'values'> {
  const isWordless = random() < wordless;
  const kept = values.map((value, place) =>
    (isWordless && place < lexical) || random() < dropout ? 0 : value / (1 - dropout),
  );
  return { buckets, values: kept };
}

function commonBuckets(examples: readonly FitExample[], minDocuments: number): Uint8Array {
  const documents = new Uint32Array(BUCKETS);
  for (const { vector } of examples) {
    for (const bucket of vector.buckets) documents[bucket] = (documents[bucket] ?? 0) + 1;
  }
  return Uint8Array.from(documents, (count) => (count >= minDocuments ? 1 : 0));
}
