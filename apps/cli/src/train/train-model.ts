import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Writable } from 'node:stream';
import { loadModel, trainModel, type TrainingExample } from '@app/triage';
import { readLabelledRows } from '../evaluate/read-labelled-rows.js';

/**
 * `wadah train`: learns from every `*.jsonl` of a folder and writes the model file. Returns the exit status: 1, with
 * nothing written, when a row cannot be read or there is none.
 * @throws RangeError when there are too few rows to cross-validate (fewer than five).
 */
export async function runTrain(corpusFolder: string, modelFile: string, stdout: Writable): Promise<number> {
  const { rows, problems } = await readCorpus(corpusFolder);
  if (problems.length > 0) {
    stdout.write(`${problems.join('\n')}\n`);
    return 1;
  }
  const file = trainModel(rows);
  await writeFile(modelFile, file);
  const { modelVersion } = loadModel(file);
  stdout.write(`${modelFile}: ${modelVersion}, ${rows.length} teks, ${Math.ceil(file.length / 1024)} KiB\n`);
  return 0;
}

/** All rows of a corpus folder, each file a theme; problems carry their file's name. */
export async function readCorpus(
  folder: string,
): Promise<{ readonly rows: readonly TrainingExample[]; readonly problems: readonly string[] }> {
  const rows: TrainingExample[] = [];
  const problems: string[] = [];
  const files = (await readdir(folder)).filter((name) => name.endsWith('.jsonl')).sort();
  for (const name of files) {
    const read = await readLabelledRows(join(folder, name));
    rows.push(...read.rows.map((row) => ({ ...row, theme: name })));
    problems.push(...read.problems.map((problem) => `${name}: ${problem}`));
  }
  if (rows.length === 0 && problems.length === 0) problems.push(`${folder}: tidak ada baris`);
  return { rows, problems };
}
