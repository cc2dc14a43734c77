import { createReadStream } from 'node:fs';
import { readJsonLine } from '@app/triage';
import type { z } from 'zod';
import { splitLines } from '../classify/split-lines.js';

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
      const read = line.text === null ? { problem: 'terlalu panjang' } : readJsonLine(line.text, schema);
      if ('problem' in read) problems.push(`baris ${line.number}: ${read.problem}`);
      else rows.push(read.row);
    }
  }
  return { rows, problems };
}
