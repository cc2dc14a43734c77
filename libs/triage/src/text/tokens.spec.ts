import { describe, expect, it } from '@jest/globals';
import { MAX_READ } from './reading.js';
import { tokenize } from './tokens.js';

const wordsOf = (text: string): string[] => tokenize(text).map(({ word }) => word);

describe('tokenize', () => {
  it('writes abbreviations, stuck keys and reduplication in standard spelling', () => {
    expect(wordsOf('Min tlg jln2 rusaaak bgttt')).toEqual(['admin', 'tolong', 'jalan', 'rusak', 'banget']);
    expect(wordsOf('harganx gmn')).toEqual(['harganya', 'bagaimana']);
  });

  it('puts placeholders for links, mentions, phones, money and numbers', () => {
    const text = '@dinas cek https://a.id/x?y=1 hub 0812-3456-7890 bayar 50rb atau Rp 75.000 sudah 3bln';
    expect(wordsOf(text)).toEqual(
      '_sebut cek _tautan hub _telepon bayar _uang atau _uang sudah _angka bulan'.split(' '),
    );
  });

  it.each([
    ['an accented and apostrophised word', "Jum'at di café", ["Jum'at", 'di', 'café']],
    ['letters after emoji', '😭😭 gelap', ['😭😭', 'gelap']],
    ['an abbreviation that stands for two words', 'dmn ya', ['dmn', 'dmn', 'ya']],
    ['a decomposed accent', 'Jose\u0301 rusak', ['Jose\u0301', 'rusak']],
  ])('keeps the place of %s', (_name, text, places) => {
    expect(tokenize(text).map(({ start, end }) => text.slice(start, end))).toEqual(places);
  });

  it('reads letters in disguise and marks that they were disguised', () => {
    expect(wordsOf('𝗦𝗟𝟬𝗧 gac0r')).toEqual(['slot', 'gacor', '_huruf_hias']);
  });

  it('notes where a clause begins', () => {
    const clauses = tokenize('lampu mati, gelap\ntolong').filter(({ opensClause }) => opensClause);
    expect(clauses.map(({ word }) => word)).toEqual(['gelap', 'tolong']);
  });

  it('reads a bounded part of a text without end', () => {
    const tokens = tokenize('kata '.repeat(20_000));
    expect(tokens.at(-1)?.end).toBeLessThanOrEqual(MAX_READ);
  });

  it.each([
    ['nothing', ''],
    ['NUL', '\u0000'],
    ['lone surrogates', '\ud800 \udc00'],
    ['hyphens', '--- - --'],
  ])('finds no words in %s', (_name, text) => {
    expect(tokenize(text)).toEqual([]);
  });
});
