import { describe, expect, it } from '@jest/globals';
import { stemOf } from './stem.js';

describe('stemOf', () => {
  it('gives the root of a word, the second time from memory', () => {
    expect([stemOf('penerangan'), stemOf('penerangan')]).toEqual(['terang', 'terang']);
  });

  it('keeps its corrections after more words than it remembers', () => {
    for (let index = 0; index < 50_100; index++) stemOf(`_kata${index}`);
    expect(stemOf('kerusakan')).toBe('rusak');
    expect(stemOf('penerangan')).toBe('terang');
  });
});
