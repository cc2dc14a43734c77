import { describe, expect, it } from '@jest/globals';
import { NO_FLAGS } from './report-class.js';
import { firstFitting, type RoutableReport, type RoutingConditions } from './routing-rule.js';

const ANY: RoutingConditions = {
  classes: [],
  flags: [],
  topicGroups: [],
  areas: [],
  channels: [],
  connectionIds: [],
  words: [],
};
const REPORT: RoutableReport = {
  class: 'complaint',
  flags: { ...NO_FLAGS, urgent: true },
  topicGroup: 'roads',
  areaCode: '64.08.04.2001',
  channel: 'chat',
  connectionId: 'one',
  text: 'Lampu jalan mati, gelap sekali!',
};
const fits = (conditions: Partial<RoutingConditions>) =>
  firstFitting([{ conditions: { ...ANY, ...conditions } }], REPORT) !== undefined;

describe('a routing rule', () => {
  it.each([
    [{ classes: ['complaint', 'aspiration'] }, true],
    [{ classes: ['aspiration'] }, false],
    [{ flags: ['supervisory', 'urgent'] }, true],
    [{ flags: ['supervisory'] }, false],
    [{ topicGroups: ['roads'] }, true],
    [{ topicGroups: ['water'] }, false],
    [{ areas: ['64.08'] }, true],
    [{ areas: ['64.08.04.2001'] }, true],
    [{ areas: ['64.08.04.200'] }, false],
    [{ channels: ['mail'] }, false],
    [{ connectionIds: ['one'] }, true],
    [{ words: ['LAMPU  JALAN'] }, true],
    [{ words: ['mati gelap'] }, true],
    [{ words: ['lampu jal'] }, false],
    [{ classes: ['complaint'], words: ['banjir'] }, false],
  ] as [Partial<RoutingConditions>, boolean][])('%j fits: %s', (conditions, expected) => {
    expect(fits(conditions)).toBe(expected);
  });

  it('that says nothing fits nothing', () => {
    expect(fits({})).toBe(false);
  });

  it('decides alone when it is the first that fits', () => {
    const rules = ['banjir', 'lampu', 'gelap'].map((word) => ({
      word,
      conditions: { ...ANY, words: [word] },
    }));
    expect(firstFitting(rules, REPORT)?.word).toBe('lampu');
  });
});
