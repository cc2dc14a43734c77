import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { decodeBody } from './sms.data-coding.js';
import { encodePart, splitText } from './sms.parts.js';

const read = (hex: string, dataCoding: number, alphabet: 'gsm7' | 'latin1' = 'gsm7') =>
  decodeBody(Buffer.from(hex, 'hex'), dataCoding, alphabet);

describe('data coding', () => {
  it('gives back what was sent, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (given) => {
        const text = given.toWellFormed().replaceAll('\uFEFF', '');
        const { alphabet, parts } = splitText(text);
        const bytes = Buffer.concat(parts.map((part) => encodePart(part, alphabet)));
        return decodeBody(bytes, alphabet === 'ucs2' ? 0x08 : 0x00, 'gsm7') === text;
      }),
    );
  });

  it.each([
    ['0 is GSM 03.38', '00', 0x00, '@'],
    ['0 with a byte that is no septet is Latin-1', '40e9', 0x00, '@é'],
    ['3 is Latin-1', '40e9', 0x03, '@é'],
    ['8 is UCS-2', 'd83cdf0a', 0x08, '🌊'],
    ['8 with half a character left over', '00410042d8', 0x08, 'AB\uFFFD'],
    ['a flash SMS in UCS-2', '0041', 0x18, 'A'],
    ['a flash SMS in GSM 03.38', '00', 0xf0, '@'],
    ['Cyrillic', 'd8', 0x06, 'и'],
  ])('%s', (_name, hex, dataCoding, text) => {
    expect(read(hex, dataCoding)).toBe(text);
  });

  it('reads 0 as the admin says that this SMSC means it', () => {
    expect(read('405f', 0x00, 'latin1')).toBe('@_');
  });

  it.each([0x02, 0x04, 0x14, 0xf5])('knows that %i is no text', (dataCoding) => {
    expect(read('0102', dataCoding)).toBeNull();
  });

  it('refuses what nobody has told it about', () => {
    expect(() => read('41', 0x0d)).toThrow(/0xd/);
  });
});
