import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { mergeLexicon, readLexicon, SHIPPED_LEXICON } from '../lexicon/lexicon.js';
import { standardWords } from './standard-word.js';
import { normaliseText, tokenize } from './tokens.js';

/** What people and machines send: words in every spelling, signs, emoji, direction marks, halves of characters. */
const piece = fc.oneof(
  fc.constantFrom(
    ...'jln tdk anak2 anak-anak harganx sl0t 50rb rp 08123456789 @a #b [URL] _angka s l o t 2x GACOR77 aaa xx'.split(
      ' ',
    ),
  ),
  fc.string({ unit: 'grapheme', maxLength: 12 }),
  fc.string({ unit: 'binary', maxLength: 8 }),
  fc.constantFrom('\u202e', '\u200d', '\ud83d', '👨‍👩‍👧‍👦', '𝗦𝗟𝗢𝗧', '> kutip\n', '\n', '...', '?!'),
);
const message = fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join(' '));

describe('normaliseText', () => {
  it('changes nothing when it is done again', () => {
    fc.assert(
      fc.property(message, (text) => {
        const normal = normaliseText(text);
        expect(normaliseText(normal)).toBe(normal);
      }),
      { numRuns: 500 },
    );
  });

  it('takes time in proportion to the length, whatever is written', () => {
    const patterns = ['a', 'a ', '👨‍👩‍👧‍👦', '\u202e', '-', '1.', 'a@', 'www.', '>\n', '_', 'pada menulis', '08 '];
    for (const pattern of patterns) {
      const text = pattern.repeat(Math.ceil(1_000_000 / pattern.length));
      const began = performance.now();
      normaliseText(text);
      expect(performance.now() - began).toBeLessThan(3_000);
    }
  });
});

describe('tokenize', () => {
  it('gives places inside the text, in order of reading', () => {
    fc.assert(
      fc.property(message, (text) => {
        const tokens = tokenize(text).filter(({ word }) => word !== '_huruf_hias');
        tokens.forEach(({ start, end }, index) => {
          expect(start).toBeGreaterThanOrEqual(tokens[index - 1]?.start ?? 0);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
        });
      }),
      { numRuns: 500 },
    );
  });
});

describe('standardWords', () => {
  it('gives words that are their own standard spelling', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z0-9-]{1,20}$/), (word) => {
        for (const standard of standardWords(word).filter((one) => !one.startsWith('_'))) {
          expect(standardWords(standard)).toEqual([standard]);
        }
      }),
      { numRuns: 1_000 },
    );
  });
});

describe('the lexicon', () => {
  it("takes a tenant's entry before the shipped one", () => {
    const merged = mergeLexicon(
      SHIPPED_LEXICON,
      readLexicon('walikota: wako\ngubernur: gub\ntaman kota: tmk'),
    );
    expect(standardWords('wako', merged)).toEqual(['walikota']);
    expect(standardWords('tmk', merged)).toEqual(['taman', 'kota']);
    expect(standardWords('tmk')).toEqual(['tmk']);
  });

  it('survives a circle and lines that are none', () => {
    const merged = mergeLexicon(
      SHIPPED_LEXICON,
      readLexicon('satu: dua\ndua: satu\nbukan baris\n: x\ny:\n# z: w'),
    );
    expect(standardWords('satu', merged)).toEqual(['satu']);
    expect(standardWords('w', merged)).toEqual(standardWords('w'));
  });
});
