import { readFileSync } from 'node:fs';
import { REPORT_CLASSES } from '@app/report-model';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { loadModel } from '../linear/triage-model.js';
import { createClassifier } from './create-classifier.js';

const model = loadModel(readFileSync(new URL('../../model/triage-model.bin', import.meta.url)));
const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc
    .array(
      fc.constantFrom(
        ...'jalan rusak usul mohon apa ? syarat ktp slot terima kasih pungli banjir @a 08123456789'.split(
          ' ',
        ),
      ),
    )
    .map((words) => words.join(' ')),
);

describe('a classification', () => {
  it('does not depend on what was classified before', () => {
    const shared = createClassifier(model);
    fc.assert(
      fc.property(fc.array(text, { maxLength: 5 }), text, (neighbours, one) => {
        const alone = createClassifier(model).classify(one);
        for (const neighbour of neighbours) shared.classify(neighbour);
        expect(shared.classify(one)).toEqual(alone);
      }),
      { numRuns: 60 },
    );
  });

  it('has finite scores that sum to 1 and evidence that quotes the text', () => {
    const { classify } = createClassifier(model);
    fc.assert(
      fc.property(text, (one) => {
        const { scores, evidence, confidence, label } = classify(one);
        const values = REPORT_CLASSES.map((name) => scores[name]);
        expect(values.reduce((sum, value) => sum + value, 0)).toBeCloseTo(1, 9);
        expect(scores[label]).toBe(confidence);
        for (const { start, end, text: words } of evidence) expect(words).toBe(one.slice(start, end));
      }),
      { numRuns: 300 },
    );
  });

  it('of a megabyte of one letter takes no longer than of ten thousand', () => {
    const { classify } = createClassifier(model);
    const began = performance.now();
    classify('a'.repeat(1_000_000));
    expect(performance.now() - began).toBeLessThan(1_000);
  });
});
