import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { loadModel } from '../linear/triage-model.js';
import { TINY_CORPUS } from '../testing/tiny-corpus.js';
import { versionOf } from './model-version.js';
import { trainModel } from './train-model.js';
import type { TrainingExample } from './training-example.js';

const MODEL_FILE = new URL('../../model/triage-model.bin', import.meta.url);

describe('trainModel', () => {
  it('gives the same file, byte for byte, for the same examples in another order', () => {
    expect(Buffer.compare(trainModel(TINY_CORPUS.toReversed()), trainModel(TINY_CORPUS))).toBe(0);
  });

  it('gives another version when one word of the corpus changes', () => {
    const changed = TINY_CORPUS.with(0, { text: 'sesuatu yang lain sekali', label: 'other' });
    expect(versionOf(changed)).not.toBe(versionOf(TINY_CORPUS));
  });

  it('names its version in the file', () => {
    expect(loadModel(trainModel(TINY_CORPUS)).modelVersion).toBe(versionOf(TINY_CORPUS));
  });

  it('refuses fewer examples than folds', () => {
    expect(() => trainModel(TINY_CORPUS.slice(0, 2))).toThrow(RangeError);
  });
});

describe('the committed model', () => {
  const file = readFileSync(MODEL_FILE);

  it('is the one that the corpus gives (else run `wadah train`)', () => {
    expect(loadModel(file).modelVersion).toBe(versionOf(readCorpusRows()));
  });

  it('stays far below 20 MB and loads in less than 300 ms', () => {
    expect(file.length).toBeLessThan(5_000_000);
    const began = performance.now();
    loadModel(file);
    expect(performance.now() - began).toBeLessThan(300);
  });
});

describe('loadModel', () => {
  const file = trainModel(TINY_CORPUS);
  const text = new TextDecoder('latin1').decode(file);

  it('refuses a file with other classes', () => {
    const other = Uint8Array.from(text.replace('"complaint"', '"pengaduan"'), (letter) =>
      letter.charCodeAt(0),
    );
    expect(() => loadModel(other)).toThrow('other classes');
  });

  it.each([
    ['an empty file', new Uint8Array()],
    ['a file cut short', file.subarray(0, file.length - 1)],
    ['another file', new TextEncoder().encode('{"name":"wadah"}\n')],
  ])('refuses %s', (_name, wrong) => {
    expect(() => loadModel(wrong)).toThrow();
  });
});

function readCorpusRows(): TrainingExample[] {
  const folder = new URL('../../corpus/', import.meta.url);
  return readdirSync(folder)
    .filter((name) => name.endsWith('.jsonl'))
    .flatMap((theme) =>
      readFileSync(new URL(theme, folder), 'utf8')
        .split('\n')
        .filter((line) => line.trim() !== '')
        .map((line) => ({ ...(JSON.parse(line) as TrainingExample), theme })),
    );
}
