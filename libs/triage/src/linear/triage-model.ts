import { REPORT_CLASSES, REPORT_FLAGS } from '@app/report-model';
import { z } from 'zod';
import { BUCKETS } from './hash-features.js';
import { HEADS } from './heads.js';

const headerSchema = z.object({
  modelVersion: z.string().min(1),
  /** The order of the columns; a file with others belongs to another version of the code. */
  classes: z.array(z.string()).refine((names) => names.join() === REPORT_CLASSES.join(), 'other classes'),
  flags: z.array(z.string()).refine((names) => names.join() === REPORT_FLAGS.join(), 'other flags'),
  buckets: z.literal(BUCKETS),
  /** Divides the scores of the classes before the softmax: above 1 it makes the classifier more modest. */
  temperature: z.number().positive(),
  /** Below this confidence the class is marked "perlu ditinjau". */
  unsureBelow: z.number().min(0).max(1),
  /** The score from which each flag is raised, in the order of `flags`. */
  flagThresholds: z.array(z.number()).length(REPORT_FLAGS.length),
  /** A stored weight times this is the weight, per column. */
  steps: z.array(z.number().positive()).length(HEADS),
  rows: z.int().min(0),
});

type Header = z.infer<typeof headerSchema>;

/** A trained model: one row of {@link HEADS} weights for each bucket that has learnt something. */
export interface TriageModel extends Omit<Header, 'buckets' | 'classes' | 'flags' | 'steps' | 'rows'> {
  /** Bucket -> number of its row, 0 for none (row 0 holds zeros). */
  readonly rowOf: Int32Array;
  readonly weights: Float32Array;
}

const LARGEST = 32_767;
/** A row whose weights are all smaller moves no score by more than a hundredth: looking it up costs more than it tells. */
const NEGLIGIBLE = 0.03;
const HEADER_END = 10;
const BYTES_PER_ROW = 4 + 2 * HEADS;

/** What training gives: the settings and the dense table of weights (`BUCKETS` rows). */
export interface TrainedWeights extends Omit<TriageModel, 'rowOf' | 'weights'> {
  readonly dense: Float32Array;
}

/**
 * The file: a line of JSON, then for each row its bucket (32 bits) and its weights (16 bits each), little-endian.
 * Rows that say next to nothing are left out.
 */
export function formatModel({ dense, ...settings }: TrainedWeights): Uint8Array {
  const steps = Array.from({ length: HEADS }, (_, head) => {
    let largest = 1e-6;
    for (let index = head; index < dense.length; index += HEADS)
      largest = Math.max(largest, Math.abs(dense[index] ?? 0));
    return Number((largest / LARGEST).toPrecision(7));
  });
  const rows: [bucket: number, row: number[]][] = [];
  for (let bucket = 0; bucket < BUCKETS; bucket++) {
    const row = dense.subarray(bucket * HEADS, (bucket + 1) * HEADS);
    if (row.every((weight) => Math.abs(weight) < NEGLIGIBLE)) continue;
    rows.push([bucket, steps.map((step, head) => Math.round((row[head] ?? 0) / step))]);
  }
  const header: Header = {
    ...settings,
    classes: [...REPORT_CLASSES],
    flags: [...REPORT_FLAGS],
    buckets: BUCKETS,
    steps,
    rows: rows.length,
  };
  const head = new TextEncoder().encode(`${JSON.stringify(header)}\n`);
  const file = new Uint8Array(head.length + rows.length * BYTES_PER_ROW);
  file.set(head);
  const view = new DataView(file.buffer, head.length);
  rows.forEach(([bucket, row], index) => {
    view.setUint32(index * BYTES_PER_ROW, bucket, true);
    row.forEach((weight, place) => {
      view.setInt16(index * BYTES_PER_ROW + 4 + 2 * place, weight, true);
    });
  });
  return file;
}

/**
 * Reads a model file.
 * @throws Error (z.ZodError among others) when it is not a model of this version of the code, or cut short.
 */
export function loadModel(file: Uint8Array): TriageModel {
  const end = file.indexOf(HEADER_END);
  if (end < 0) throw new Error('Not a model file: it has no header');
  const { steps, rows, modelVersion, temperature, unsureBelow, flagThresholds } = headerSchema.parse(
    JSON.parse(new TextDecoder().decode(file.subarray(0, end))),
  );
  const body = file.subarray(end + 1);
  if (body.length !== rows * BYTES_PER_ROW) throw new Error('Not a whole model file: its size is wrong');
  const view = new DataView(body.buffer, body.byteOffset, body.byteLength);
  const rowOf = new Int32Array(BUCKETS);
  const weights = new Float32Array((rows + 1) * HEADS);
  for (let index = 0; index < rows; index++) {
    const offset = index * BYTES_PER_ROW;
    rowOf[view.getUint32(offset, true) & (BUCKETS - 1)] = index + 1;
    steps.forEach((step, head) => {
      weights[(index + 1) * HEADS + head] = view.getInt16(offset + 4 + 2 * head, true) * step;
    });
  }
  return { modelVersion, temperature, unsureBelow, flagThresholds, rowOf, weights };
}
