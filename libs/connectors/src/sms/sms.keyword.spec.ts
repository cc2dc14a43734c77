import { describe, expect, it } from '@jest/globals';
import { stripKeyword } from './sms.keyword.js';

describe('the keyword', () => {
  it.each([
    ['KUTIM Lampu mati', 'Lampu mati'],
    ['kutim#lampu mati', 'lampu mati'],
    [' Kutim:  lampu', 'lampu'],
    ['LAPOR - lampu', 'lampu'],
    ['Lampu mati', 'Lampu mati'],
    ['Kutimur rusak', 'Kutimur rusak'],
    ['jalan di kutim', 'jalan di kutim'],
    ['KUTIM', 'KUTIM'],
    ['KUTIM  ', 'KUTIM  '],
  ])('is taken off "%s"', (text, stripped) => {
    expect(stripKeyword(text, 'KUTIM, LAPOR')).toBe(stripped);
  });

  it('is nothing where none is set', () => {
    expect(stripKeyword('KUTIM lampu', '')).toBe('KUTIM lampu');
  });
});
