import { describe, expect, it } from '@jest/globals';
import { createTokenizer } from '../text/tokens.js';
import { foldEntry, lexiconFault } from './check-entry.js';
import { mergeLexicon, SHIPPED_LEXICON } from './lexicon.js';

const entry = (spelling: string, words: string) => foldEntry(spelling, words);
const lexiconOf = (...entries: [spelling: string, words: string][]) =>
  new Map(entries.map(([spelling, words]) => [spelling, words.split(' ')] as const));
const fault = (spelling: string, words: string, ...others: [string, string][]) =>
  lexiconFault(SHIPPED_LEXICON, lexiconOf(...others), entry(spelling, words));
const read = (text: string, ...entries: [string, string][]) =>
  createTokenizer(mergeLexicon(SHIPPED_LEXICON, lexiconOf(...entries)))(text).map(({ word }) => word);

describe("a tenant's entry", () => {
  it('is taken when it is a word and leads somewhere, whatever its capitals and accents', () => {
    expect(entry(' Pijár ', '  Lampu   JALAN ')).toEqual({ spelling: 'pijar', words: ['lampu', 'jalan'] });
    expect(fault('pijar', 'lampu jalan')).toBeNull();
  });

  it('is refused when it cannot be looked up, or says nothing', () => {
    expect(fault('dua kata', 'satu')).toBe('spelling-invalid');
    expect(fault('2x', 'satu')).toBe('spelling-invalid');
    expect(fault('x'.repeat(41), 'satu')).toBe('spelling-invalid');
    expect(fault('satu', 'a b c d e f')).toBe('words-invalid');
    expect(fault('satu', 'd*a')).toBe('words-invalid');
    expect(fault('pijar', 'pijar')).toBe('same');
  });

  it('is refused when it goes round in a circle, also by way of others and of what ships', () => {
    expect(fault('pijar', 'terang pijar')).toBe('loop');
    expect(fault('pijar', 'suluh', ['suluh', 'obor'], ['obor', 'besar pijar'])).toBe('loop');
    expect(fault('yang', 'yg')).toBe('loop');
    // Nothing leads back once the other is read as it is written.
    expect(fault('yang', 'yg', ['yg', 'yg'])).toBeNull();
  });

  it('goes before what ships, and is followed to the end', () => {
    expect(read('pju rusak', ['pju', 'pijar'], ['pijar', 'lampu jln'])).toEqual(['lampu', 'jalan', 'rusak']);
  });

  it('can have a word read as it is written', () => {
    expect(read('rs')).toEqual(['rumah', 'sakit']);
    expect(read('rs', ['rs', 'rs'])).toEqual(['rs']);
  });

  it('that grows without end is left out', () => {
    const doubling = Array.from('abcdefghijklmnopqrstuvwxy', (letter, index): [string, string] => {
      const next = `q${String.fromCharCode(98 + index)}`;
      return [`q${letter}`, `${next} ${next}`];
    });
    expect(read('qa qy', ...doubling)).toEqual(['qa', 'qz', 'qz']);
  });
});
