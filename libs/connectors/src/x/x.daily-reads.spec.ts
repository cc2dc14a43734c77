import { describe, expect, it } from '@jest/globals';
import { DailyReads } from './x.daily-reads.js';

describe('counting reads as X charges them', () => {
  const monday = new Date('2026-11-23T23:59:00Z');
  const tuesday = new Date('2026-11-24T00:01:00Z');

  it('counts a resource once a UTC day', () => {
    const reads = new DailyReads();
    expect(reads.countNew('app', ['post 1', 'post 2', 'post 1'], monday)).toBe(2);
    expect(reads.countNew('app', ['post 2', 'post 3'], monday)).toBe(1);
    expect(reads.countNew('app', ['post 2'], tuesday)).toBe(1);
  });

  it('counts for each developer app on its own', () => {
    const reads = new DailyReads();
    reads.countNew('one', ['post 1'], monday);
    expect(reads.countNew('two', ['post 1'], monday)).toBe(1);
  });
});
