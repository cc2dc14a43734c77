import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { concatenationHeader, readUserData } from './sms.user-data-header.js';

const place = fc
  .record({ reference: fc.nat(255), total: fc.integer({ min: 2, max: 255 }), at: fc.nat() })
  .map(({ reference, total, at }) => ({ reference, total, number: 1 + (at % total) }));

describe('the user data header', () => {
  it('gives back which part it was written for', () => {
    fc.assert(
      fc.property(place, fc.uint8Array({ minLength: 1, maxLength: 134 }), (concatenation, body) => {
        const bytes = Buffer.concat([concatenationHeader(concatenation), body]);
        expect(readUserData(bytes)).toMatchObject({ concatenation, body: Buffer.from(body) });
      }),
    );
  });

  it('loses no byte, whatever is announced', () => {
    fc.assert(
      fc.property(fc.uint8Array(), (bytes) => {
        const { header, body } = readUserData(Buffer.from(bytes));
        return Buffer.concat([header, body]).equals(Buffer.from(bytes));
      }),
    );
  });

  it.each([
    ['a 16-bit reference', '0608041234030241', { reference: 0x1234, total: 3, number: 2 }],
    ['ports before the reference', '0b05040b8423f00003cc020141', { reference: 0xcc, total: 2, number: 1 }],
    ['ports alone', '0605040b8423f041', null],
    ['part 3 of 2', '050003aa020341', null],
    ['part 0', '050003aa020041', null],
    ['one part of one', '050003aa010141', null],
  ])('is read: %s', (_name, hex, concatenation) => {
    expect(readUserData(Buffer.from(hex, 'hex'))).toMatchObject({ concatenation, body: Buffer.from('A') });
  });
});
