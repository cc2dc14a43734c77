import type { Language } from './i18n.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const WEEK = 7 * DAY;

const STYLES = {
  absolute: {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    timeZoneName: 'short',
  },
  short: { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' },
  day: { day: 'numeric', month: 'short' },
  dayOfYear: { day: 'numeric', month: 'short', year: 'numeric' },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>;

/** Making one costs a hundred times as much as using it. */
const kept = new Map<string, Intl.DateTimeFormat>();
const keptWords = new Map<Language, Intl.RelativeTimeFormat>();

function format(iso: string, style: keyof typeof STYLES, language: Language, timeZone: string): string {
  const key = `${style} ${language} ${timeZone}`;
  const found = kept.get(key) ?? new Intl.DateTimeFormat(language, { ...STYLES[style], timeZone });
  kept.set(key, found);
  return found.format(new Date(iso));
}

function wordsOf(language: Language): Intl.RelativeTimeFormat {
  const found =
    keptWords.get(language) ?? new Intl.RelativeTimeFormat(language, { numeric: 'auto', style: 'short' });
  keptWords.set(language, found);
  return found;
}

/** "5 menit yang lalu"; from a week on, the date in the given time zone. */
export function relativeInstant(iso: string, now: number, language: Language, timeZone: string): string {
  const at = Date.parse(iso);
  const age = now - at;
  if (Math.abs(age) >= WEEK) {
    const isThisYear = new Date(at).getUTCFullYear() === new Date(now).getUTCFullYear();
    return format(iso, isThisYear ? 'day' : 'dayOfYear', language, timeZone);
  }
  const words = wordsOf(language);
  if (Math.abs(age) < MINUTE) return words.format(0, 'second');
  if (Math.abs(age) < HOUR) return words.format(-Math.trunc(age / MINUTE), 'minute');
  if (Math.abs(age) < DAY) return words.format(-Math.trunc(age / HOUR), 'hour');
  return words.format(-Math.trunc(age / DAY), 'day');
}

/** Weekday, date and time with the zone's name ("WIB"), for titles and legal clocks. */
export const absoluteInstant = (iso: string, language: Language, timeZone: string): string =>
  format(iso, 'absolute', language, timeZone);

/** Date and time, short, for lists and conversations. */
export const shortInstant = (iso: string, language: Language, timeZone: string): string =>
  format(iso, 'short', language, timeZone);
