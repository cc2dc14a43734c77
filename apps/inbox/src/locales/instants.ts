import type { Language } from './i18n.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const WEEK = 7 * DAY;

/** "5 menit yang lalu"; from a week on, the date in the given time zone. */
export function relativeInstant(iso: string, now: number, language: Language, timeZone: string): string {
  const age = now - Date.parse(iso);
  if (Math.abs(age) >= WEEK) return shortDate(iso, now, language, timeZone);
  const words = new Intl.RelativeTimeFormat(language, { numeric: 'auto', style: 'short' });
  if (Math.abs(age) < MINUTE) return words.format(0, 'second');
  if (Math.abs(age) < HOUR) return words.format(-Math.trunc(age / MINUTE), 'minute');
  if (Math.abs(age) < DAY) return words.format(-Math.trunc(age / HOUR), 'hour');
  return words.format(-Math.trunc(age / DAY), 'day');
}

function shortDate(iso: string, now: number, language: Language, timeZone: string): string {
  const date = new Date(iso);
  const isThisYear = date.getUTCFullYear() === new Date(now).getUTCFullYear();
  const year = isThisYear ? undefined : 'numeric';
  return new Intl.DateTimeFormat(language, { day: 'numeric', month: 'short', year, timeZone }).format(date);
}

/** Weekday, date and time with the zone's name ("WIB"), for titles and legal clocks. */
export function absoluteInstant(iso: string, language: Language, timeZone: string): string {
  return new Intl.DateTimeFormat(language, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    timeZoneName: 'short',
    timeZone,
  }).format(new Date(iso));
}

/** Date and time, short, for lists and conversations. */
export function shortInstant(iso: string, language: Language, timeZone: string): string {
  return new Intl.DateTimeFormat(language, {
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
    timeZone,
  }).format(new Date(iso));
}
