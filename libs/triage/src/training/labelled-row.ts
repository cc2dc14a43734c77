import { REPORT_CLASSES } from '@app/report-model';
import { z } from 'zod';
import type { LabelledRow } from '../evaluation/evaluation-report.js';

const flag = z.boolean({ error: 'harus true atau false' }).nullish();

/** A line of JSON Lines: a text with its class, and its flags where they are known. */
export const labelledRowSchema = z
  .object(
    {
      text: z.string({ error: 'harus berupa teks' }),
      label: z.enum(REPORT_CLASSES, { error: `harus salah satu dari ${REPORT_CLASSES.join(', ')}` }),
      supervisory: flag,
      publicRecord: flag,
      urgent: flag,
    },
    { error: 'bukan objek JSON' },
  )
  .transform(({ text, label, supervisory, publicRecord, urgent }): LabelledRow => ({
    text,
    label,
    ...(typeof supervisory === 'boolean' && { supervisory }),
    ...(typeof publicRecord === 'boolean' && { publicRecord }),
    ...(typeof urgent === 'boolean' && { urgent }),
  }));

/** @returns what a line of JSON Lines holds, or what is wrong with it: "label harus salah satu dari ..." */
export function readJsonLine<Row>(line: string, schema: z.ZodType<Row>): { row: Row } | { problem: string } {
  let json: unknown;
  try {
    json = JSON.parse(line);
  } catch {
    return { problem: 'bukan JSON yang sah' };
  }
  const parsed = schema.safeParse(json);
  if (parsed.success) return { row: parsed.data };
  const wrong = parsed.error.issues.map(({ path, message }) => [...path, message].join(' '));
  return { problem: wrong.join('; ') };
}
