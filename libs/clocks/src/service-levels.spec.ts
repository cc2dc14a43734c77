import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { projectFile } from '@app/config';
import { NO_FLAGS } from '@app/report-model';
import { clocksFor, serviceLevelSchema, type ClockQuestion } from './service-levels.js';
import { WorkingCalendar } from './working-calendar.js';

const levels = serviceLevelSchema
  .array()
  .parse(JSON.parse(readFileSync(projectFile('config', 'clocks', 'service-levels.json'), 'utf8')));
const calendar = new WorkingCalendar([], 'Asia/Makassar');
const question: ClockQuestion = {
  class: 'complaint',
  flags: NO_FLAGS,
  receivedAt: new Date('2026-11-23T02:00:00Z'),
  heldDays: 0,
};
const daysOf = (change: Partial<ClockQuestion>) =>
  Object.fromEntries(
    clocksFor({ ...question, ...change }, levels, calendar).map((clock) => [
      clock.stage,
      clock.level.workingDays,
    ]),
  );

describe('the clocks of a report', () => {
  it('are those of its class', () => {
    expect(daysOf({})).toEqual({ verification: 3, answer: 5, completion: 14 });
    expect(daysOf({ class: 'information' })).toEqual({ verification: 3, answer: 5, completion: 5 });
  });

  it('are those of the flag that weighs more', () => {
    expect(daysOf({ flags: { ...NO_FLAGS, supervisory: true } })['completion']).toBe(60);
    expect(daysOf({ class: 'information', flags: { ...NO_FLAGS, publicRecord: true } })).toEqual({
      verification: 3,
      answer: 10,
      completion: 17,
    });
  });

  it('do not run for chatter and spam', () => {
    expect(daysOf({ class: 'other' })).toEqual({});
    expect(daysOf({ class: 'spam' })).toEqual({});
  });

  it('stand still while the citizen is asked', () => {
    const [, answer] = clocksFor(question, levels, calendar);
    const [, held] = clocksFor({ ...question, heldDays: 2 }, levels, calendar);
    expect(answer?.dueAt.toISOString()).toBe('2026-11-30T15:59:59.000Z');
    expect(held?.dueAt.toISOString()).toBe('2026-12-02T15:59:59.000Z');
  });

  it('follow the level in force on the day of receipt', () => {
    const newer = levels.map((level) => ({ ...level, workingDays: 1, validFrom: '2026-11-24' }));
    const both = [...levels, ...newer];
    expect(clocksFor(question, both, calendar)[0]?.level.workingDays).toBe(3);
    const later = { ...question, receivedAt: new Date('2026-11-24T02:00:00Z') };
    expect(clocksFor(later, both, calendar)[0]?.level.workingDays).toBe(1);
  });
});
