import { createReadStream } from 'node:fs';
import { REPORT_CLASSES } from '@app/report-model';
import type { LabelledRow } from '@app/triage';
import { z } from 'zod';
import { splitLines, type InputLine } from '../classify/split-lines.js';

export interface LabelledFile {
  readonly rows: readonly LabelledRow[];
  /** What is wrong, each with its line: "baris 3: label harus salah satu dari ...". */
  readonly problems: readonly string[];
}

const flag = z.boolean({ error: 'harus true atau false' }).nullish();
const rowSchema = z.object(
  {
    text: z.string({ error: 'harus berupa teks' }),
    label: z.enum(REPORT_CLASSES, { error: `harus salah satu dari ${REPORT_CLASSES.join(', ')}` }),
    supervisory: flag,
    publicRecord: flag,
    urgent: flag,
  },
  { error: 'bukan objek JSON' },
);

/**
 * Reads JSON Lines of labelled texts (UTF-8; blank lines skipped). Lines that cannot be read become problems.
 * @throws the file system's error when the file cannot be opened.
 */
export async function readLabelledRows(file: string): Promise<LabelledFile> {
  const rows: LabelledRow[] = [];
  const problems: string[] = [];
  for await (const lines of splitLines(createReadStream(file))) {
    for (const line of lines) {
      if (line.text?.trim() === '') continue;
      const row = readRow(line);
      if (typeof row === 'string') problems.push(`baris ${line.number}: ${row}`);
      else rows.push(row);
    }
  }
  return { rows, problems };
}

function readRow({ text: line }: InputLine): LabelledRow | string {
  if (line === null) return 'terlalu panjang';
  let json: unknown;
  try {
    json = JSON.parse(line);
  } catch {
    return 'bukan JSON yang sah';
  }
  const parsed = rowSchema.safeParse(json);
  if (!parsed.success) {
    return parsed.error.issues.map(({ path, message }) => [...path, message].join(' ')).join('; ');
  }
  const { text, label, supervisory, publicRecord, urgent } = parsed.data;
  return {
    text,
    label,
    ...(typeof supervisory === 'boolean' && { supervisory }),
    ...(typeof publicRecord === 'boolean' && { publicRecord }),
    ...(typeof urgent === 'boolean' && { urgent }),
  };
}
