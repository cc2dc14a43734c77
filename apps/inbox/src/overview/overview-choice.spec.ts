import { describe, expect, it } from '@jest/globals';
import { choiceFrom, parametersOfChoice } from './overview-choice.js';

const AGENCY = '0199b2d4-0000-7000-8000-00000000000a';
const read = (address: string) => choiceFrom(new URLSearchParams(address));

describe('period and agency in the address bar', () => {
  it.each([
    ['', { days: 30, own: null, agencyId: null }],
    [`days=7&agencyId=${AGENCY}`, { days: 7, own: null, agencyId: AGENCY }],
    [
      'from=2026-11-01&to=2026-11-15',
      { days: null, own: { from: '2026-11-01', to: '2026-11-15' }, agencyId: null },
    ],
  ])('are read as they were written: %s', (address, choice) => {
    expect(read(address)).toEqual(choice);
    expect(parametersOfChoice(read(address)).toString()).toBe(address);
  });

  it('are the usual ones where the address makes no sense', () => {
    expect(read('days=8&agencyId=pupr&from=2026-11-31&to=2020-01-01')).toEqual(read(''));
    expect(read('from=2026-13-45&to=2026-13-46')).toEqual(read(''));
  });
});
