import { expect, it } from '@jest/globals';
import { startOfDay } from './start-of-day.js';

it('a day begins where the office is', () => {
  expect(startOfDay('2026-11-27', 0, 'Asia/Makassar').toISOString()).toBe('2026-11-26T16:00:00.000Z');
  expect(startOfDay('2026-02-28', 1, 'Asia/Jakarta').toISOString()).toBe('2026-02-28T17:00:00.000Z');
});

it('also on days on which the clocks are changed', () => {
  expect(startOfDay('2026-03-29', 0, 'Europe/Berlin').toISOString()).toBe('2026-03-28T23:00:00.000Z');
  expect(startOfDay('2026-03-29', 1, 'Europe/Berlin').toISOString()).toBe('2026-03-29T22:00:00.000Z');
  expect(startOfDay('2026-11-01', 1, 'America/New_York').toISOString()).toBe('2026-11-02T05:00:00.000Z');
});
