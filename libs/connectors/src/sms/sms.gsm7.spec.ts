import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { decodeGsm7, encodeGsm7, septetCount } from './sms.gsm7.js';

const alphabet = [...Array(0x500).keys(), 0x20ac]
  .map((code) => String.fromCodePoint(code))
  .filter((character) => septetCount(character) > 0);
const gsmText = fc.array(fc.constantFrom(...alphabet)).map((characters) => characters.join(''));

describe('GSM 03.38', () => {
  it('has 127 characters and 10 behind the escape', () => {
    expect(alphabet).toHaveLength(137);
    expect(alphabet.filter((character) => septetCount(character) === 2).join('')).toBe('\f[\\]^{|}~€');
  });

  it('gives back every text of its alphabet', () => {
    fc.assert(fc.property(gsmText, (text) => decodeGsm7(encodeGsm7(text) ?? Buffer.alloc(0)) === text));
  });

  it('writes septets only, as many as it counts', () => {
    fc.assert(
      fc.property(gsmText, (text) => {
        const bytes = encodeGsm7(text) ?? Buffer.alloc(0);
        const counted = [...text].reduce((sum, character) => sum + septetCount(character), 0);
        return bytes.every((byte) => byte < 0x80) && bytes.length === counted;
      }),
    );
  });

  it('refuses a text with a character outside', () => {
    expect(encodeGsm7('Banjir 🌊')).toBeNull();
    expect(encodeGsm7('“kutip”')).toBeNull();
  });

  it('reads any bytes, and an unknown extension as its basic character', () => {
    fc.assert(fc.property(fc.uint8Array(), (bytes) => typeof decodeGsm7(bytes) === 'string'));
    expect(decodeGsm7(Buffer.from([0x1b, 0x41, 0x1b]))).toBe('A ');
  });
});
