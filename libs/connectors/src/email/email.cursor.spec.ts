import { describe, expect, it } from '@jest/globals';
import { readCursor, startIn, writeCursor } from './email.cursor.js';

const FIRST_DAY = new Date('2026-11-17T00:00:00Z');
const BOX = { box: 'a', uidValidity: 7n };

describe('where reading a mailbox goes on', () => {
  const begun = startIn(BOX, null, FIRST_DAY);
  const later = { ...begun, uid: 44, isCatchingUp: false };

  it('is some days back at first', () => {
    expect(begun).toMatchObject({ uid: 0, since: FIRST_DAY.toISOString(), isCatchingUp: true });
  });

  it('is after the last mail that is stored', () => {
    expect(startIn(BOX, readCursor(writeCursor(later)), new Date())).toEqual(later);
  });

  it('is the same day as ever when the mailbox was made anew', () => {
    const anew = startIn({ ...BOX, uidValidity: 8n }, later, new Date());
    expect(anew).toEqual({ ...begun, uidValidity: '8' });
  });

  it('is a first start in another mailbox, whatever its numbers', () => {
    const today = new Date();
    const other = startIn({ box: 'b', uidValidity: 7n }, later, today);
    expect(other).toMatchObject({ uid: 0, since: today.toISOString(), isCatchingUp: true });
  });

  it.each([null, '', '{}', 'rusak'])('is a first start when nothing usable is stored: %j', (stored) => {
    expect(readCursor(stored)).toBeNull();
  });
});
