import { describe, expect, it } from '@jest/globals';
import { loadModel } from '../linear/triage-model.js';
import { TINY_CORPUS } from '../testing/tiny-corpus.js';
import { trainModel } from '../training/train-model.js';
import { createClassifier } from './create-classifier.js';

const classifier = createClassifier(loadModel(trainModel(TINY_CORPUS)));
const LONG =
  'Assalamu’alaikum 😭 JLN dpn pasar rusaaak bgt, lampu jg mati. Oknum minta uang 50rb; sampah numpuk, bau, ' +
  'air tdk ngalir. Pungli! Calo! Suap! Korupsi! Nepotisme! Kapan diperbaiki?';

describe('evidence', () => {
  const { evidence, label } = classifier.classify(LONG);

  it('quotes the words at the offsets it gives', () => {
    expect(evidence.length).toBeGreaterThan(0);
    for (const { text, start, end } of evidence) {
      expect(text).toBe(LONG.slice(start, end));
      expect(text.trim()).not.toBe('');
    }
  });

  it('holds at most eight items, the heaviest first', () => {
    const sizes = evidence.map(({ weight }) => Math.abs(weight));
    expect(sizes).toHaveLength(8);
    expect(sizes).toEqual(sizes.toSorted((a, b) => b - a));
  });

  it('speaks of the winning class and of raised flags', () => {
    expect(new Set(evidence.map(({ supports }) => supports))).toEqual(new Set([label, 'supervisory']));
  });

  it('gives a negative weight to words that speak against the winner', () => {
    const mixed = classifier.classify('Mau tanya, kenapa sampah menumpuk, bau, rusak, belum diangkut?');
    expect(mixed.label).toBe('complaint');
    expect(mixed.evidence.some(({ weight }) => weight < 0)).toBe(true);
  });
});
