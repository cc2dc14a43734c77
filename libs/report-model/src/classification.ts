import { z } from 'zod';
import { REPORT_CLASSES, type ReportClass, type ReportFlags } from './report-class.js';

/** One piece of text that spoke for (weight > 0) or against (weight < 0) the class or flag it names. */
export interface Evidence {
  /** The words as they stand in the text. */
  readonly text: string;
  /** UTF-16 offsets into the classified text, end exclusive. */
  readonly start: number;
  readonly end: number;
  readonly weight: number;
  readonly supports: ReportClass | keyof ReportFlags;
}

/** A classifier's opinion on one text. Scores are probabilities over the five classes and sum to 1. */
export interface Classification {
  readonly label: ReportClass;
  readonly confidence: number;
  readonly scores: Readonly<Record<ReportClass, number>>;
  /** The second matter, where two apply ("usul ... karena sekarang gelap"); null for none. */
  readonly secondary: ReportClass | null;
  /** The confidence is too low to act on: a person looks first ("perlu ditinjau"). */
  readonly unsure: boolean;
  readonly flags: ReportFlags;
  readonly evidence: readonly Evidence[];
}

export const reportFlagsSchema = z.object({
  supervisory: z.boolean(),
  publicRecord: z.boolean(),
  urgent: z.boolean(),
});

export const evidenceSchema = z.object({
  text: z.string(),
  start: z.int().min(0),
  end: z.int().min(0),
  weight: z.number(),
  supports: z.enum([...REPORT_CLASSES, 'supervisory', 'publicRecord', 'urgent']),
});
