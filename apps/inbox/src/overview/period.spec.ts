import { describe, expect, it } from '@jest/globals';
import { daysOf, lastDays } from './period.js';

describe('a period', () => {
  it('ends today where the office is, not where the server is', () => {
    const lateInLondon = Date.parse('2026-11-30T20:00:00Z');
    expect(lastDays(7, lateInLondon, 'Asia/Makassar')).toEqual({ from: '2026-11-25', to: '2026-12-01' });
  });

  it('has every one of its days, once', () => {
    expect(daysOf({ from: '2026-02-27', to: '2026-03-02' })).toEqual([
      '2026-02-27',
      '2026-02-28',
      '2026-03-01',
      '2026-03-02',
    ]);
    expect(daysOf(lastDays(365, Date.parse('2026-11-26T00:00:00Z'), 'UTC'))).toHaveLength(365);
  });
});
