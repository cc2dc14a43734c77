import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { compareTexts } from './compare-texts.js';

const REPORT =
  'Jalan di depan Pasar Sangatta Selatan berlubang besar sejak dua minggu, sudah tiga pengendara jatuh, mohon segera diperbaiki';

describe('compareTexts', () => {
  it('takes a text sent again for the same', () => {
    expect(compareTexts(REPORT, ` ${REPORT}\n`)).toEqual({
      duplicate: true,
      score: 1,
      reasons: [{ kind: 'identical' }],
    });
  });

  it('takes the same words in other spelling for the same', () => {
    const respelled = REPORT.toUpperCase().replace('JALAN', 'jln').replace('SUDAH', 'sdh');
    expect(compareTexts(REPORT, respelled)).toMatchObject({
      duplicate: true,
      reasons: [{ kind: 'respelled' }],
    });
  });

  it('takes an edited text for the same, and says how much is shared', () => {
    const { duplicate, score, reasons } = compareTexts(
      REPORT,
      'Yth. Bupati, jalan di depan Pasar Sangatta Selatan berlubang besar sejak satu bulan, sudah lima pengendara jatuh, kapan diperbaiki?',
    );
    expect(duplicate).toBe(true);
    expect(score).toBeLessThan(1);
    expect(reasons).toEqual([{ kind: 'shared', share: score }]);
  });

  it('takes a text that was continued at length for the same', () => {
    const continued = `${REPORT}. Kemarin anak tetangga saya jatuh dari motor dan tangannya patah. Kami sudah menyampaikan kepada ketua RT dan kepala desa, namun katanya bukan wewenang mereka karena ini jalan kabupaten.`;
    expect(compareTexts(REPORT, continued)).toMatchObject({
      duplicate: true,
      reasons: [{ kind: 'contained' }, { kind: 'shared' }],
    });
  });

  it.each([
    ['another place', REPORT, 'Jalan di Bengalon rusak parah dan berdebu, truk tambang lewat siang malam'],
    ['another matter', REPORT, 'Air PDAM di Sangatta Selatan mati sejak kemarin, mohon segera diperbaiki'],
    ['a text beside none', REPORT, ''],
    ['nothing beside nothing', ' ', ''],
    ['a short text that stands in a long one', 'mohon segera diperbaiki', REPORT],
  ])('tells %s apart', (_name, a, b) => {
    expect(compareTexts(a, b).duplicate).toBe(false);
  });

  it('does not care which text comes first, never throws, and scores from 0 to 1', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 60 }),
      fc
        .array(fc.constantFrom(...'jalan rusak air mati lampu di pasar'.split(' ')))
        .map((words) => words.join(' ')),
    );
    fc.assert(
      fc.property(text, text, (a, b) => {
        const there = compareTexts(a, b);
        expect(compareTexts(b, a)).toEqual(there);
        expect(there.score).toBeGreaterThanOrEqual(0);
        expect(there.score).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('of two megabytes is no slower than of two long messages', () => {
    const began = performance.now();
    compareTexts('a '.repeat(500_000), 'ab'.repeat(500_000));
    expect(performance.now() - began).toBeLessThan(1_000);
  });
});
