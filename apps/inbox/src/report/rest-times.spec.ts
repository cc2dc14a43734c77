import { describe, expect, it } from '@jest/globals';
import { restChoices } from './rest-times.js';

const timesAt = (now: string, timeZone: string) =>
  Object.fromEntries(restChoices(new Date(now), timeZone).map(({ name, at }) => [name, at.toISOString()]));

describe('times to rest until', () => {
  it('lie ahead, in the morning of the office wherever the browser stands, and Monday is the next one', () => {
    for (const day of ['22', '23', '24', '28']) {
      const now = `2026-11-${day}T01:30:00Z`;
      const choices = restChoices(new Date(now), 'Asia/Makassar');
      expect(timesAt(now, 'Asia/Makassar')['monday']).toMatch(/^2026-11-(23|30)T00:00:00.000Z$/);
      expect(choices.every(({ at }) => at > new Date(now))).toBe(true);
    }
    expect(timesAt('2026-11-23T01:00:00Z', 'Asia/Makassar')).toEqual({
      hours: '2026-11-23T04:00:00.000Z',
      tomorrow: '2026-11-24T00:00:00.000Z',
      threeDays: '2026-11-26T00:00:00.000Z',
      monday: '2026-11-30T00:00:00.000Z',
    });
  });

  it('are of the day that it is in the office', () => {
    expect(timesAt('2026-11-23T20:00:00Z', 'Asia/Jayapura')['tomorrow']).toBe('2026-11-24T23:00:00.000Z');
    expect(timesAt('2026-03-28T12:00:00Z', 'Europe/Berlin')['tomorrow']).toBe('2026-03-29T06:00:00.000Z');
  });
});
