import { describe, expect, it } from '@jest/globals';
import { atMinute } from './testing/summary.js';
import { shiftOf } from './use-steady-scroll.js';

const rows = (...minutes: number[]) => minutes.map((minute) => atMinute(minute));

describe('shiftOf', () => {
  it('follows the row at the top of the window when others come above it or leave', () => {
    expect(shiftOf(rows(30, 29, 28), rows(32, 31, 30, 29, 28), 1)).toBe(2);
    expect(shiftOf(rows(30, 29, 28), rows(29, 28), 1)).toBe(-1);
  });

  it('follows the next row when the first one left or moved to the top', () => {
    const moved = atMinute(40, { id: 'm-29' });
    expect(shiftOf(rows(30, 29, 28), [moved, ...rows(30, 28)], 1)).toBe(0);
    expect(shiftOf(rows(30, 29, 28), rows(31, 30, 28), 1)).toBe(0);
  });

  it('stays when pages far above were let go or came back, and follows when they came back shorter', () => {
    expect(shiftOf(rows(30, 29, 28, 27), rows(28, 27), 2, 2)).toBe(0);
    expect(shiftOf(rows(28, 27), rows(30, 29, 28, 27), 0, -2)).toBe(0);
    expect(shiftOf(rows(28, 27), rows(30, 28, 27), 0, -2)).toBe(-1);
  });

  it('stays when nothing of the window is left', () => {
    expect(shiftOf(rows(30, 29), rows(50, 49), 0)).toBe(0);
  });
});
