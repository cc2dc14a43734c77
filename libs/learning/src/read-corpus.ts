import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { labelledRowSchema, readJsonLine, type TrainingExample } from '@app/triage';

export interface Corpus {
  readonly rows: readonly TrainingExample[];
  /** Every line that cannot be read: "roads.jsonl: baris 2: label harus salah satu dari ..." */
  readonly problems: readonly string[];
}

/**
 * Every text of the `*.jsonl` of a folder, each file a theme. A folder without any text is a problem, too.
 * @throws the file system's error when the folder cannot be read
 */
export function readCorpus(folder: string): Corpus {
  const rows: TrainingExample[] = [];
  const problems: string[] = [];
  const files = readdirSync(folder).filter((name) => name.endsWith('.jsonl'));
  for (const name of files.toSorted()) {
    const lines = readFileSync(path.join(folder, name), 'utf8')
      .replace(/^\uFEFF/, '')
      .split('\n');
    lines.forEach((line, index) => {
      if (line.trim() === '') return;
      const read = readJsonLine(line, labelledRowSchema);
      if ('problem' in read) problems.push(`${name}: baris ${index + 1}: ${read.problem}`);
      else rows.push({ ...read.row, theme: name });
    });
  }
  if (rows.length === 0 && problems.length === 0) problems.push(`${folder}: tidak ada baris`);
  return { rows, problems };
}
