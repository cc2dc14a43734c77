import { BUCKETS } from '../linear/hash-features.js';
import { seededRandom, shuffledIndexes } from './seeded-random.js';
import type { Vector } from './vectorise.js';

/** A text with what it is: the column of its class, and for each flag true, false or unknown. */
export interface FitExample {
  readonly vector: Vector;
  /** The text in other guises; each time one of them or the text itself is shown. */
  readonly guises?: readonly Vector[];
  readonly label: number;
  /** How much it counts for its class, beside other texts of that class. */
  readonly weight: number;
  /** It counts as often as it comes; the others of a class count together by the class's share. */
  readonly isObserved?: boolean;
  readonly flags: readonly (boolean | undefined)[];
}

export interface FitOptions {
  /** How much all texts of each class that were not observed count together; they sum to 1. */
  readonly shares: readonly number[];
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
  /** How often a text is shown in one of its guises instead of as it was written. */
  readonly disguise: number;
  /** Added under the root of the step size: the larger, the less a rare bucket learns from one text. */
  readonly damping: number;
  readonly seed: number;
}

/**
 * Multinomial logistic regression for the class and one binary logistic regression per flag, by stochastic gradient
 * descent with a step size of its own for each bucket (AdaGrad). Returns `BUCKETS` rows of `classes + flags` weights.
 * The same examples in the same order, options and seed give the same weights.
 */
export function fitWeights(examples: readonly FitExample[], options: FitOptions): Float32Array {
  const { shares, flags, epochs, rate, shrink, damping, seed } = options;
  const classes = shares.length;
  const width = classes + flags;
  const learning = commonBuckets(examples, options.minDocuments);
  const packed = examples.map(
    ({ vector, guises = [], label, weight, isObserved = false, flags: truths }): PackedExample => ({
      label,
      weight,
      isObserved,
      flags: truths,
      guises: [vector, ...guises].map((guise) => pack(guise, learning.rowOf)),
    }),
  );
  const weights = new Float32Array(learning.buckets.length * width);
  const squares = new Float32Array(weights.length);
  const importance = headImportance(examples, options);
  const random = seededRandom(seed);
  const scores = new Float64Array(width);
  const gradient = new Float64Array(width);
  const shown = emptyShown(
    packed.reduce((most, { guises }) => Math.max(most, ...guises.map(({ rows }) => rows.length)), 0),
  );
  for (let epoch = 0; epoch < epochs; epoch++) {
    const step = rate * (1 - (0.9 * epoch) / epochs);
    for (const chosen of shuffledIndexes(packed.length, random)) {
      const example = packed[chosen] as PackedExample;
      show(chooseGuise(example, options, random), options, random, shown);
      scores.fill(0);
      for (let place = 0; place < shown.count; place++) {
        const start = (shown.rows[place] as number) * width;
        const value = shown.values[place] as number;
        for (let head = 0; head < width; head++) {
          scores[head] = (scores[head] as number) + (weights[start + head] as number) * value;
        }
      }
      gradientOf(scores, example, importance, classes, gradient);
      for (let place = 0; place < shown.count; place++) {
        const start = (shown.rows[place] as number) * width;
        const value = shown.values[place] as number;
        for (let head = 0; head < width; head++) {
          const slope = (gradient[head] as number) * value;
          const square = (squares[start + head] as number) + slope * slope;
          squares[start + head] = square;
          weights[start + head] =
            (weights[start + head] as number) - (step * slope) / Math.sqrt(square + damping);
        }
      }
    }
    for (let index = 0; index < weights.length; index++)
      weights[index] = (weights[index] as number) * (1 - shrink);
  }
  return unpack(weights, learning.buckets, width);
}

type Truth = Pick<FitExample, 'label' | 'weight' | 'isObserved' | 'flags'>;

interface PackedExample extends Truth {
  /** The text itself first. */
  readonly guises: readonly PackedVector[];
}

/** A vector whose buckets are numbers of rows in the small table that is being fitted; others learn nothing. */
interface PackedVector {
  readonly rows: Uint32Array;
  readonly values: Float32Array;
  /** How many of the rows, from the first on, are words and pairs of words. */
  readonly lexical: number;
}

function pack({ buckets, values, lexical }: Vector, rowOf: Int32Array): PackedVector {
  const places = Array.from(buckets.keys()).filter(
    (place) => (rowOf[buckets[place] as number] as number) >= 0,
  );
  return {
    rows: Uint32Array.from(places, (place) => rowOf[buckets[place] as number] as number),
    values: Float32Array.from(places, (place) => values[place] as number),
    lexical: places.filter((place) => place < lexical).length,
  };
}

function chooseGuise(
  { guises }: PackedExample,
  { disguise }: FitOptions,
  random: () => number,
): PackedVector {
  const isAsWritten = guises.length === 1 || random() >= disguise;
  return guises[isAsWritten ? 0 : 1 + Math.floor(random() * (guises.length - 1))] as PackedVector;
}

function unpack(weights: Float32Array, buckets: Uint32Array, width: number): Float32Array {
  const dense = new Float32Array(BUCKETS * width);
  buckets.forEach((bucket, row) => {
    dense.set(weights.subarray(row * width, (row + 1) * width), bucket * width);
  });
  return dense;
}

function gradientOf(
  scores: Float64Array,
  { label, weight, isObserved, flags }: Truth,
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
  const importance = weight * (isObserved ? 1 : (ofClass[label] ?? 1));
  for (let head = 0; head < classes; head++) {
    gradient[head] = importance * ((gradient[head] as number) / sum - (head === label ? 1 : 0));
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

function headImportance(examples: readonly FitExample[], { shares, flags }: FitOptions): Importance {
  const shared = examples.filter(({ isObserved }) => !isObserved);
  const weights = shares.map((_, label) =>
    shared.reduce((sum, one) => (one.label === label ? sum + one.weight : sum), 0),
  );
  const raised = Array.from({ length: flags }, (_, flag) => examples.filter((one) => one.flags[flag]).length);
  return {
    ofClass: weights.map((weight, label) =>
      weight === 0 ? 1 : ((shares[label] ?? 0) * shared.length) / weight,
    ),
    ofFlag: raised.map((count) => (count === 0 ? 1 : Math.min(8, (examples.length / count) ** 0.5))),
  };
}

/** What is left of a text after chance has taken some of it away. */
interface Shown {
  count: number;
  readonly rows: Uint32Array;
  readonly values: Float32Array;
}

const emptyShown = (most: number): Shown => ({
  count: 0,
  rows: new Uint32Array(most),
  values: new Float32Array(most),
});

function show(
  { rows, values, lexical }: PackedVector,
  { dropout, wordless }: FitOptions,
  random: () => number,
  shown: Shown,
): void {
  shown.count = 0;
  for (let place = random() < wordless ? lexical : 0; place < rows.length; place++) {
    if (random() < dropout) continue;
    shown.rows[shown.count] = rows[place] as number;
    shown.values[shown.count] = (values[place] as number) / (1 - dropout);
    shown.count++;
  }
}

/** The buckets that stand in enough texts, and for each bucket its place among them (-1: learns nothing). */
function commonBuckets(
  examples: readonly FitExample[],
  minDocuments: number,
): { buckets: Uint32Array; rowOf: Int32Array } {
  const documents = new Uint32Array(BUCKETS);
  for (const { vector } of examples) {
    for (const bucket of vector.buckets) documents[bucket] = (documents[bucket] ?? 0) + 1;
  }
  const buckets = Uint32Array.from(documents.keys()).filter(
    (bucket) => (documents[bucket] ?? 0) >= minDocuments,
  );
  const rowOf = new Int32Array(BUCKETS).fill(-1);
  buckets.forEach((bucket, row) => {
    rowOf[bucket] = row;
  });
  return { buckets, rowOf };
}
