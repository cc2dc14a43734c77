import { createReadStream } from 'node:fs';
import type { z } from 'zod';
import { splitLines, type InputLine } from '../classify/split-lines.js';

export interface ReadFile<Row> {
  readonly rows: readonly Row[];
  /** What is wrong, each with its line: "baris 3: label harus salah satu dari ...". */
  readonly problems: readonly string[];
}

/**
 * Reads JSON Lines (UTF-8; blank lines skipped). Lines that cannot be read become problems.
 * @throws the file system's error when the file cannot be opened.
 */
export async function readRows<Row>(file: string, schema: z.ZodType<Row>): Promise<ReadFile<Row>> {
  const rows: Row[] = [];
  const problems: string[] = [];
  for await (const lines of splitLines(createReadStream(file))) {
    for (const line of lines) {
      if (line.text?.trim() === '') continue;
      const read = readRow(line, schema);
      if ('problem' in read) problems.push(`baris ${line.number}: ${read.problem}`);
      else rows.push(read.row);
    }
  }
  return { rows, problems };
}

function readRow<Row>({ text }: InputLine, schema: z.ZodType<Row>): { row: Row } | { problem: string } {
  if (text === null) return { problem: 'terlalu panjang' };
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return { problem: 'bukan JSON yang sah' };
  }
  const parsed = schema.safeParse(json);
  if (parsed.success) return { row: parsed.data };
  const wrong = parsed.error.issues.map(({ path, message }) => [...path, message].join(' '));
  return { problem: wrong.join('; ') };
}
