import { describe, expect, it } from '@jest/globals';
import { absoluteInstant, relativeInstant } from './instants.js';

const now = Date.parse('2026-11-24T03:00:00Z');

describe('relativeInstant', () => {
  it('counts back in minutes, hours and days', () => {
    expect(relativeInstant('2026-11-24T02:55:00Z', now, 'id', 'Asia/Jakarta')).toContain('5');
    expect(relativeInstant('2026-11-24T00:00:00Z', now, 'en', 'Asia/Jakarta')).toContain('3');
    expect(relativeInstant('2026-11-23T03:00:00Z', now, 'en', 'Asia/Jakarta')).toBe('yesterday');
  });

  it('gives the date in the given time zone after a week', () => {
    expect(relativeInstant('2026-11-01T20:00:00Z', now, 'id', 'Asia/Jakarta')).toBe('2 Nov');
  });
});

describe('absoluteInstant', () => {
  it("names the zone of the organisation, not the computer's", () => {
    expect(absoluteInstant('2026-11-24T03:00:00Z', 'id', 'Asia/Makassar')).toMatch(/11[.:]00.*WITA/);
  });
});
