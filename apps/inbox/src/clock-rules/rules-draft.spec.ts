import { describe, expect, it } from '@jest/globals';
import { levelsFrom, withLevel, withYear, type Level } from './rules-draft.js';

const level = (validFrom: string, workingDays: number): Level => ({
  matter: 'complaint',
  stage: 'answer',
  workingDays,
  legalBasis: { id: 'Perbup', en: 'Regulation' },
  validFrom,
});

describe('levels', () => {
  const levels = [level('2018-01-01', 5), level('2026-01-01', 4), level('2027-01-01', 3)];
  const from = (today: string) =>
    levelsFrom(levels, { matter: 'complaint', stage: 'answer' }, today).map(({ workingDays }) => workingDays);

  it('are the one in force and those to come', () => {
    expect([from('2025-12-31'), from('2026-01-01'), from('2028-01-01')]).toEqual([[5, 4, 3], [4, 3], [3]]);
  });

  it('are replaced on the same day and added on another', () => {
    expect(withLevel(levels, level('2026-01-01', 9))).toHaveLength(3);
    expect(withLevel(levels, level('2026-01-02', 9))).toHaveLength(4);
  });
});

it('a changed year stands in its place', () => {
  const year = (number: number, source: string) => ({ year: number, source, days: [] });
  expect(withYear([year(2025, 'a'), year(2027, 'c')], year(2026, 'b')).map(({ source }) => source)).toEqual([
    'a',
    'b',
    'c',
  ]);
  expect(withYear([year(2026, 'a')], year(2026, 'b'))).toEqual([year(2026, 'b')]);
});
