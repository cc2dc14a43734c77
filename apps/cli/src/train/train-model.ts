import { writeFile } from 'node:fs/promises';
import type { Writable } from 'node:stream';
import { readCorpus } from '@app/learning';
import { loadModel, trainModel } from '@app/triage';

/**
 * `wadah train`: learns from every `*.jsonl` of a folder and writes the model file. Returns the exit status: 1, with
 * nothing written, when a row cannot be read or there is none.
 * @throws RangeError when there are too few rows to cross-validate (fewer than five).
 */
export async function runTrain(corpusFolder: string, modelFile: string, stdout: Writable): Promise<number> {
  const { rows, problems } = readCorpus(corpusFolder);
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
