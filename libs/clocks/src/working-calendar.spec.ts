import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { projectFile } from '@app/config';
import { calendarYearSchema, WorkingCalendar } from './working-calendar.js';

const years = calendarYearSchema
  .array()
  .parse(JSON.parse(readFileSync(projectFile('config', 'clocks', 'holidays.json'), 'utf8')));
const calendar = new WorkingCalendar(years, 'Asia/Makassar');
const due = (received: string, days: number) => calendar.deadline(new Date(`${received}T04:00:00Z`), days);
const dateOf = (instant: Date) => new Date(instant.getTime() + 8 * 3_600_000).toISOString();

describe('the working calendar', () => {
  it.each([
    ['2026-03-17', '2026-03-27', '2026-03-31', '2026-04-08', '2026-04-14', '2026-04-17', '2026-06-26'],
    ['2026-05-13', '2026-05-20', '2026-05-22', '2026-06-03', '2026-06-09', '2026-06-12', '2026-08-13'],
    ['2026-11-24', '2026-11-27', '2026-12-01', '2026-12-08', '2026-12-14', '2026-12-17', '2027-02-23'],
    ['2026-12-23', '2026-12-30', '2027-01-04', '2027-01-12', '2027-01-18', '2027-01-21', '2027-04-05'],
    ['2027-03-05', '2027-03-18', '2027-03-22', '2027-03-31', '2027-04-06', '2027-04-09', '2027-06-17'],
    ['2027-05-14', '2027-05-25', '2027-05-27', '2027-06-04', '2027-06-10', '2027-06-15', '2027-08-13'],
  ])('counts from %s over weekends, holidays and joint leave', (received, ...expected) => {
    const dates = [3, 5, 10, 14, 17, 60].map((days) => dateOf(due(received, days).at).slice(0, 10));
    expect(dates).toEqual(expected);
  });

  it('ends a deadline with the last second of the day where the office is', () => {
    expect(dateOf(due('2026-11-24', 3).at)).toBe('2026-11-27T23:59:59.000Z');
  });

  it('takes the day of receipt from the office’s zone, not from UTC', () => {
    const late = calendar.deadline(new Date('2026-12-23T16:30:00Z'), 1);
    expect(dateOf(late.at).slice(0, 10)).toBe('2026-12-28');
  });

  it('says when a year on the way has no decree yet', () => {
    expect(due('2027-11-01', 14).isProvisional).toBe(false);
    expect(due('2027-12-20', 14).isProvisional).toBe(true);
  });

  it('has 240 working days in 2026 and 242 in 2027', () => {
    const between = (from: string, to: string) =>
      calendar.workingDaysBetween(new Date(`${from}T04:00:00Z`), new Date(`${to}T04:00:00Z`));
    expect(between('2025-12-31', '2026-12-31')).toBe(240);
    expect(between('2026-12-31', '2027-12-31')).toBe(242);
    expect(between('2026-12-31', '2026-12-30')).toBe(0);
  });
});
