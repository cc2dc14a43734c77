import { describe, expect, it } from '@jest/globals';
import { bodyOf, EVERYTHING, filterFrom, isFiltered, isWanted, parametersOf } from './report-filter.js';
import { summary } from './testing/summary.js';

const AGENCY = '0199b2d4-0000-7000-8000-00000000000a';
const read = (address: string) => filterFrom(new URLSearchParams(address));

describe('the filter in the address bar', () => {
  it('combines classes, statuses, channels, agency, words and order', () => {
    const address = `class=complaint&class=spam&status=new&channel=x&agencyId=${AGENCY}&clock=soon&hasAttachments=true&topic=airminum&topic=sosial&area=64.08.09&unsure=true&q=jalan+rusak&order=oldest`;
    expect(read(address)).toEqual({
      ...EVERYTHING,
      classes: ['complaint', 'spam'],
      statuses: ['new'],
      channels: ['x'],
      agencyId: AGENCY,
      clock: 'soon',
      onlyWithAttachments: true,
      topics: ['airminum', 'sosial'],
      area: '64.08.09',
      onlyUnsure: true,
      incidentId: null,
      text: 'jalan rusak',
      order: 'oldest',
    });
    expect(parametersOf(read(address)).toString()).toBe(address);
  });

  it('combines marks, people, tags and days as well, and asks the server for days, wherever the browser is', () => {
    const address =
      'flag=urgent&assignee=me&unanswered=true&approval=true&undecided=true&tag=pasar&tag=sumur+bor&snoozed=only&from=2026-11-01&to=2026-11-30';
    expect(parametersOf(read(address)).toString()).toBe(address);
    expect(read('from=kemarin&to=2026-13-40&assignee=siapa')).toEqual(EVERYTHING);
    expect(bodyOf(read(address))).toMatchObject({ from: '2026-11-01', to: '2026-11-30' });
  });

  it('asks for changes of all that match with every value of a filter', () => {
    expect(bodyOf(read('topic=airminum&topic=sosial&unsure=true&order=oldest'))).toEqual({
      topic: ['airminum', 'sosial'],
      unsure: 'true',
    });
  });

  it('passes over what is not a filter, so that an old or wrong link still opens the inbox', () => {
    const wrong = 'class=keluhan&status=&channel=A%20B&agencyId=7&area=64.8&order=random&cursor=abc';
    expect(read(wrong)).toEqual(EVERYTHING);
  });

  it('writes one address for one filter, in whatever order it was chosen', () => {
    expect(parametersOf(read('status=closed&status=new&class=spam&class=complaint')).toString()).toBe(
      'class=complaint&class=spam&status=new&status=closed',
    );
  });

  it('cuts a search text at what the server takes', () => {
    expect(read(`q=${'a'.repeat(300)}`).text).toHaveLength(200);
  });

  it('counts the order as no filter, and blanks as no words', () => {
    expect(isFiltered(read('order=oldest&q=%20%20'))).toBe(false);
    expect(isFiltered(read('q=air'))).toBe(true);
  });
});

describe('isWanted', () => {
  it('tells whether a changed report still belongs in the list', () => {
    const report = summary({ class: 'complaint', status: 'verified', channel: 'telegram' });
    expect(isWanted(EVERYTHING, report)).toBe(true);
    expect(isWanted(read('class=complaint&status=verified&channel=telegram'), report)).toBe(true);
    expect(isWanted(read('class=complaint&status=new'), report)).toBe(false);
    const resting = summary({ snoozedUntil: '2026-11-30T00:00:00Z' });
    expect(['', 'snoozed=any', 'snoozed=only'].map((one) => isWanted(read(one), resting))).toEqual([
      false,
      true,
      true,
    ]);
    const [regency, district] = [summary({ areaCode: '64.08' }), summary({ areaCode: '64.08.09' })];
    const inside = (area: string) => [regency, district].map((one) => isWanted(read(`area=${area}`), one));
    expect(inside('64.08')).toEqual([true, true]);
    expect(inside('64.08.none')).toEqual([true, false]);
    expect(isWanted(read(`agencyId=${AGENCY}`), report)).toBe(false);
    expect(isWanted(read(`agencyId=${AGENCY}`), summary({ agency: { id: AGENCY, shortName: 'PUPR' } }))).toBe(
      true,
    );
  });
});
