import { REPORT_CLASSES } from '@app/report-model';
import { z } from 'zod';

const countsSchema = z.tuple([z.number(), z.number(), z.number(), z.number(), z.number()]);

const triageModelSchema = z.object({
  modelVersion: z.string().min(1),
  /** The order of every row of five numbers below. */
  classes: z
    .array(z.string())
    .refine((classes) => classes.join() === REPORT_CLASSES.join(), 'other classes than this version knows'),
  /** What `natural` adds to each count. */
  smoothing: z.number().positive(),
  /** Documents plus one, as `natural` counts. */
  totalExamples: z.number().positive(),
  /** Documents of the class plus one. */
  classTotals: countsSchema.refine((totals) => totals.every((total) => total > 0)),
  /** Divides the log-scores before the softmax: above 1 it makes the classifier more modest. */
  temperature: z.number().positive(),
  /** Feature and in how many documents of each class it stands. */
  features: z.array(z.tuple([z.string(), countsSchema])),
});

/** A trained model as it stands in `model/first-model.json`. */
export interface TriageModel {
  readonly modelVersion: string;
  readonly classes: typeof REPORT_CLASSES;
  readonly smoothing: number;
  readonly totalExamples: number;
  readonly classTotals: ClassRow;
  readonly temperature: number;
  readonly features: readonly (readonly [key: string, counts: ClassRow])[];
}

/** One number per class, in the order of `REPORT_CLASSES`. */
export type ClassRow = readonly [number, number, number, number, number];

/**
 * Checks a parsed model file.
 * @throws z.ZodError when it is not a model of this version of the code.
 */
export function loadModel(json: unknown): TriageModel {
  return { ...triageModelSchema.parse(json), classes: REPORT_CLASSES };
}

/** The file's text: one feature a line, so that a change of the corpus can be read in a diff. */
export function formatModel(model: TriageModel): string {
  const { features, ...rest } = model;
  const head = JSON.stringify(rest).slice(0, -1);
  const lines = features.map((feature) => JSON.stringify(feature));
  return `${head},"features":[\n${lines.join(',\n')}\n]}\n`;
}
