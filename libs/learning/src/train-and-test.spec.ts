import { createClassifier, loadModel, trainModel } from '@app/triage';
import { describe, expect, it } from '@jest/globals';
import { TINY_CORPUS } from '../../triage/src/testing/tiny-corpus.js';
import { isHeldOut } from './held-out.js';
import { trainAndTest } from './train-and-test.js';
import { isHourOf } from '@app/clocks';
import type { Correction } from './training-task.js';

const currentModel = trainModel(TINY_CORPUS);
const TEXT = 'Promo pulsa ditutup padahal janji bupati';
const correction = (part: Partial<Correction> = {}): Correction => ({
  text: TEXT,
  label: 'complaint',
  isHeldOut: false,
  isKnown: false,
  ...part,
});
const train = (corrections: readonly Correction[]) =>
  trainAndTest({ corpusFolder: '', corrections, currentModel, release: 'learnt-test' }, TINY_CORPUS);
const says = (file: Uint8Array) => createClassifier(loadModel(file)).classify(TEXT).label;

describe('a training', () => {
  it('learns what people decided', () => {
    const corrections = Array.from({ length: 6 }, (_, index) => correction({ theme: `report ${index}` }));
    const result = train(corrections);
    expect(result).toMatchObject({ correctionCount: 6, heldOutCount: 0, corpusSize: TINY_CORPUS.length });
    expect([says(currentModel), says(result.file)]).toEqual(['spam', 'complaint']);
  });

  it('does not learn what is held out, and tests both models with it', () => {
    const { file, tests } = train([correction({ isHeldOut: true })]);
    expect(says(file)).toBe('spam');
    expect(tests.map(({ set, current, candidate }) => [set, current.rows, candidate.rows])).toEqual([
      ['corpus', 3, 3],
      ['corrections', 1, 1],
    ]);
    expect(tests[1]?.candidate.classes.complaint).toMatchObject({ support: 1, recall: 0 });
  });
});

it('holds out about a fifth, and copies of a text on the same side', () => {
  const texts = Array.from({ length: 1_000 }, (_, index) => `Lampu nomor ${index.toString(36)}x mati`);
  const share = texts.filter(isHeldOut).length / texts.length;
  expect(share).toBeGreaterThan(0.15);
  expect(share).toBeLessThan(0.25);
  expect(texts.every((text) => isHeldOut(text) === isHeldOut(`${text.toUpperCase()} !!!`))).toBe(true);
});

it('the training hour is that of the office', () => {
  const now = new Date('2026-11-25T18:30:00Z');
  expect(isHourOf(now, 2, 'Asia/Makassar')).toBe(true);
  expect(isHourOf(now, 18, 'Asia/Makassar')).toBe(false);
  expect(isHourOf(new Date('2026-11-25T16:00:00Z'), 0, 'Asia/Makassar')).toBe(true);
});
