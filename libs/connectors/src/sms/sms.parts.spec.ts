import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { encodePart, MAX_PARTS, MAX_TEXT_LENGTH, splitText } from './sms.parts.js';
import { smsReplies } from './sms.replies.js';
import { smsSettingsSchema } from './sms.settings.js';

const anyText = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 800 })
  .map((text) => text.toWellFormed());
const partCount = (text: string) => splitText(text).parts.length;

describe('parts of an SMS', () => {
  it('are the text again when they are put together', () => {
    fc.assert(fc.property(anyText, (text) => splitText(text).parts.join('') === text));
  });

  it('fit beside their header, whole characters each', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { alphabet, parts } = splitText(text);
        const room = { gsm7: [160, 153], ucs2: [140, 134] }[alphabet][parts.length > 1 ? 1 : 0] ?? 0;
        return parts.every((part) => part.isWellFormed() && encodePart(part, alphabet).length <= room);
      }),
    );
  });

  it('are never more than ten for the longest text that an officer may write', () => {
    for (const unit of ['a', '€', '“', '🌊']) {
      const text = unit.repeat(Math.floor(MAX_TEXT_LENGTH / unit.length));
      expect(partCount(text)).toBeLessThanOrEqual(MAX_PARTS);
    }
  });

  it.each([
    ['160 letters', 'a'.repeat(160), 1],
    ['161 letters', 'a'.repeat(161), 2],
    ['80 euro signs, two septets each', '€'.repeat(80), 1],
    ['81 euro signs', '€'.repeat(81), 2],
    ['70 curly quotes', '“'.repeat(70), 1],
    ['71 curly quotes', '“'.repeat(71), 2],
    ['35 emoji, two units each', '🌊'.repeat(35), 1],
    ['36 emoji', '🌊'.repeat(36), 2],
    ['nothing', '', 1],
  ])('count as the operator bills: %s', (_name, text, parts) => {
    expect(partCount(text)).toBe(parts);
  });

  it('cost what each of them costs', () => {
    const settings = smsSettingsSchema.parse({
      shortCode: '1708',
      mode: 'smpp',
      smppHost: 'smsc.example',
      smppUser: 'wadah',
      smppPassword: 'rahasia',
      pricePerPart: 350,
    });
    expect(smsReplies.cost?.('a'.repeat(161), settings)).toEqual({ parts: 2, rupiah: 700 });
  });

  it('leave characters that the SMSC’s Latin-1 lacks to UCS-2', () => {
    expect(splitText('harga 5€', 'latin1').alphabet).toBe('ucs2');
    expect(splitText('a@b_c', 'latin1').alphabet).toBe('gsm7');
    expect(encodePart('@', 'gsm7', 'latin1').toString('hex')).toBe('40');
    expect(encodePart('@', 'gsm7').toString('hex')).toBe('00');
  });
});
