import { describe, expect, it } from '@jest/globals';
import { restChoices } from './rest-times.js';

describe('times to rest until', () => {
  it('lie ahead, in the morning, and Monday is the next one', () => {
    for (const day of [22, 23, 24, 28]) {
      const now = new Date(2026, 10, day, 9, 30);
      const monday = restChoices(now).find(({ name }) => name === 'monday')?.at;
      expect([monday?.getDay(), monday?.getHours()]).toEqual([1, 8]);
      expect(restChoices(now).every(({ at }) => at > now)).toBe(true);
    }
    expect(
      restChoices(new Date(2026, 10, 23, 9))
        .at(-1)
        ?.at.getDate(),
    ).toBe(30);
  });
});
