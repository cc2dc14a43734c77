import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { createClassifier, loadModel } from '@app/triage';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { runTrain } from './train-model.js';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'wadah-train-'));
});
afterEach(() => rm(folder, { recursive: true }));

const row = (text: string, label: string): string => `${JSON.stringify({ text, label })}\n`;

describe('runTrain', () => {
  it('writes a model of all files of the folder that a classifier can be made of', async () => {
    await writeFile(
      join(folder, 'roads.jsonl'),
      row('jalan rusak', 'complaint') + row('aspal rusak', 'complaint'),
    );
    const spam = ['judi bola', 'judi kartu', 'judi dadu'].map((text) => row(text, 'spam'));
    await writeFile(join(folder, 'spam.jsonl'), spam.join(''));
    const modelFile = join(folder, 'model.bin');
    expect(await runTrain(folder, modelFile, new PassThrough())).toBe(0);
    const classifier = createClassifier(loadModel(await readFile(modelFile)));
    expect(classifier.classify('judi').label).toBe('spam');
  });

  it('writes nothing and names file and line when a row is wrong', async () => {
    await writeFile(join(folder, 'roads.jsonl'), row('jalan rusak', 'complaint') + row('x', 'keluhan'));
    const output = new PassThrough();
    expect(await runTrain(folder, join(folder, 'model.bin'), output)).toBe(1);
    expect(String(output.read())).toContain('roads.jsonl: baris 2: label');
    await expect(readFile(join(folder, 'model.bin'))).rejects.toThrow('ENOENT');
  });

  it('says so when there is nothing to learn from', async () => {
    expect(await runTrain(folder, join(folder, 'model.bin'), new PassThrough())).toBe(1);
  });
});
