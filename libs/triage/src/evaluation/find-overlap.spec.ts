import { describe, expect, it } from '@jest/globals';
import { findOverlap } from './find-overlap.js';

const CORPUS = [{ text: 'Jalan depan pasar lama rusak parah' }, { text: 'Selamat pagi' }];

describe('findOverlap', () => {
  it('finds a row that was only spelt anew', () => {
    const [found] = findOverlap(CORPUS, [{ text: 'jln dpn pasar lama rusak prah!' }], 0.6);
    expect(found?.corpusText).toBe('Jalan depan pasar lama rusak parah');
    expect(found?.similarity).toBeCloseTo(6 / 7, 9);
  });

  it('leaves alone what shares a subject or a greeting', () => {
    const rows = [{ text: 'Jalan depan sekolah kami bagus sekarang' }, { text: 'Selamat pagi' }];
    expect(findOverlap(CORPUS, rows, 0.6)).toEqual([]);
  });
});
