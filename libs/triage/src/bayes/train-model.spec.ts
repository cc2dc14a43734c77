import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { TINY_CORPUS } from '../testing/tiny-corpus.js';
import { trainModel, type TrainingExample } from './train-model.js';
import { formatModel, loadModel } from './triage-model.js';

describe('trainModel', () => {
  it('gives the same file for the same examples in another order', () => {
    const model = formatModel(trainModel(TINY_CORPUS));
    expect(formatModel(trainModel(TINY_CORPUS.toReversed()))).toBe(model);
  });

  it('gives another version when one word of the corpus changes', () => {
    const changed = TINY_CORPUS.with(0, { text: 'sesuatu yang lain sekali', label: 'other' });
    expect(trainModel(changed).modelVersion).not.toBe(trainModel(TINY_CORPUS).modelVersion);
  });

  it('survives being written and read', () => {
    const model = trainModel(TINY_CORPUS);
    expect(loadModel(JSON.parse(formatModel(model)))).toEqual(model);
  });

  it('refuses fewer examples than folds', () => {
    expect(() => trainModel(TINY_CORPUS.slice(0, 2))).toThrow(RangeError);
  });
});

describe('loadModel', () => {
  it('refuses a file with other classes', () => {
    const model = { ...trainModel(TINY_CORPUS), classes: ['pengaduan'] };
    expect(() => loadModel(model)).toThrow('other classes');
  });

  it.each([null, {}, [], 'bayes'])('refuses %j', (json) => {
    expect(() => loadModel(json)).toThrow();
  });
});

describe('the committed model', () => {
  it('is the one that the corpus gives (else run `wadah train`)', () => {
    const file = readFileSync(new URL('../../model/first-model.json', import.meta.url), 'utf8');
    expect(loadModel(JSON.parse(file)).modelVersion).toBe(trainModel(readCorpusRows()).modelVersion);
    expect(Buffer.byteLength(file)).toBeLessThan(900_000);
  }, 120_000);
});

function readCorpusRows(): TrainingExample[] {
  const folder = new URL('../../corpus/', import.meta.url);
  return readdirSync(folder)
    .filter((name) => name.endsWith('.jsonl'))
    .flatMap((name) => readFileSync(new URL(name, folder), 'utf8').split('\n'))
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as TrainingExample);
}
