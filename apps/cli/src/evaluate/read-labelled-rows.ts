import { REPORT_CLASSES } from '@app/report-model';
import type { LabelledRow } from '@app/triage';
import { z } from 'zod';
import { readRows, type ReadFile } from './read-rows.js';

const flag = z.boolean({ error: 'harus true atau false' }).nullish();
const rowSchema = z
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

/** Reads JSON Lines of labelled texts. @throws the file system's error when the file cannot be opened. */
export function readLabelledRows(file: string): Promise<ReadFile<LabelledRow>> {
  return readRows(file, rowSchema);
}
