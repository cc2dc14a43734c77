import { createHash } from 'node:crypto';

const ALPHABET = '234567abcdefghijklmnopqrstuvwxyz';

/**
 * The key (TID) under which an answer is stored: the same for every attempt of one answer, so that a second sending
 * writes the same record over itself. Microseconds since 1970 of the answered message, with some of the key's own, and
 * ten bits that tell apart what happens at once.
 */
export function recordKey(idempotencyKey: string, after: Date): string {
  const digest = createHash('sha256').update(idempotencyKey).digest();
  const microseconds = BigInt(after.getTime()) * 1000n + BigInt(digest.readUInt16BE(0) % 1000);
  let number = (microseconds << 10n) | BigInt(digest.readUInt16BE(2) & 1023);
  let key = '';
  for (let position = 0; position < 13; position += 1) {
    key = `${ALPHABET[Number(number & 31n)] ?? ''}${key}`;
    number >>= 5n;
  }
  return key;
}
