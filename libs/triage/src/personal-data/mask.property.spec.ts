import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { findPersonalData } from './find-personal-data.js';
import { maskPersonalData } from './mask.js';

const two = (least: number, most: number) =>
  fc.integer({ min: least, max: most }).map((number) => String(number).padStart(2, '0'));
const digits = (length: number) => fc.stringMatching(new RegExp(`^\\d{${length}}$`));

const nik = fc
  .tuple(two(11, 97), two(1, 99), two(1, 99), two(1, 28), fc.boolean(), two(1, 12), two(0, 99), two(1, 99))
  .map(([province, regency, district, day, isWoman, month, year, serial]) => {
    const written = isWoman ? String(Number(day) + 40) : day;
    return `${province}${regency}${district}${written}${month}${year}00${serial}`;
  });
const listed = fc.oneof(
  nik,
  nik.map((number) => `kk ${number}`),
  digits(9).map((rest) => `0812${rest}`),
  digits(8).map((rest) => `+62 813 ${rest}`),
  digits(10).map((number) => `rekening ${number}`),
  digits(12).map((number) => `idpel ${number}`),
  digits(13).map((number) => `bpjs ${number}`),
);
/** What stands around: words that mislead, signs, prices, other placeholders. */
const around = fc.constantFrom(
  ...[
    'jalan',
    'hp',
    'rek',
    'Rp 5.000',
    'tiket',
    'KT',
    'no',
    'jl mawar',
    '12',
    '2024',
    '[NIK 1]',
    'a@b.id',
    'dan',
    '\n',
    '.',
    ',',
    '😭',
  ],
);
const message = fc
  .array(fc.oneof(around, listed), { maxLength: 12 })
  .chain((parts) => fc.constantFrom(' ', ', ', '; ', '\n').map((glue) => parts.join(glue)));

describe('masking', () => {
  it('leaves no number readable that was found', () => {
    fc.assert(
      fc.property(message, (text) => {
        const masked = maskPersonalData(text);
        for (const { start, end } of findPersonalData(text)) {
          const number = text.slice(start, end).replace(/\D/g, '');
          if (number.length >= 7) expect(masked.replace(/[^\d[\]]/g, '')).not.toContain(number);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('finds every listed number, whatever stands around it', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('jalan', 'saya', 'dan', 'mohon', '.', '😭')),
        listed,
        (words, number) => {
          const value = number.replace(/\D/g, '');
          expect(maskPersonalData(`${words.join(' ')} ${number} ${words.join(' ')}`)).not.toContain(value);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('is the same twice', () => {
    fc.assert(
      fc.property(fc.oneof(message, fc.string({ unit: 'binary' })), (text) => {
        const once = maskPersonalData(text);
        expect(maskPersonalData(once)).toBe(once);
      }),
      { numRuns: 300 },
    );
  });

  it.each(['1', '1 ', '0812 ', 'a', 'jl no 1 ', 'blok ', 'a.', 'rek ', 'KT 1 '])(
    'is done before the time of a test is over with 200,000 letters of "%s"',
    (part) => {
      const text = part.repeat(Math.ceil(200_000 / part.length));
      expect(maskPersonalData(text)).not.toBe('');
    },
  );
});
