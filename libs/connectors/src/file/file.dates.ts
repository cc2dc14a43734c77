const MONTHS = ['jan', 'feb', 'mar', 'apr', 'mei', 'jun', 'jul', 'agu', 'sep', 'okt', 'nov', 'des'];
const OTHER_SPELLINGS: Readonly<Record<string, number>> = {
  may: 5,
  aug: 8,
  oct: 10,
  dec: 12,
  ags: 8,
  agt: 8,
  nop: 11,
};
const ZONES: Readonly<Record<string, number>> = { z: 0, utc: 0, gmt: 0, wib: 7, wita: 8, wit: 9 };

const TIME = String.raw`(?:[T,\s]+(?:pukul\s+|jam\s+)?(\d{1,2})[:.](\d{2})(?:[:.](\d{2}))?(?:[.,]\d+)?)?`;
const ZONE = String.raw`\s*(z|utc|gmt|wib|wita|wit|[+-]\d{2}:?\d{2})?$`;
const YEAR_FIRST = new RegExp(String.raw`^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})${TIME}${ZONE}`, 'i');
const DAY_FIRST = new RegExp(
  String.raw`^(?:[\p{L}']+,?\s+)?(\d{1,2})[-/.\s]+(\d{1,2}|\p{L}{3,9})[-/.\s]+(\d{4}|\d{2})${TIME}${ZONE}`,
  'iu',
);

/**
 * Reads a date as exports in Indonesia write it: ISO 8601, `25/12/2025 13.45`, `25 Desember 2025 13:45 WITA`, Unix
 * seconds or milliseconds. Day comes before month unless that is impossible.
 * @param timeZone IANA zone of times that do not name one
 */
export function readDate(text: string, timeZone: string): Date | null {
  const typed = text.trim();
  if (/^\d{10}$/.test(typed)) return new Date(Number(typed) * 1000);
  if (/^\d{13}$/.test(typed)) return new Date(Number(typed));
  const yearFirst = YEAR_FIRST.exec(typed);
  if (yearFirst) {
    const [, year, month, day, ...rest] = yearFirst;
    return dateOf(Number(year), Number(month), Number(day), rest, timeZone);
  }
  const dayFirst = DAY_FIRST.exec(typed);
  if (dayFirst) {
    const [, first = '', second = '', year = '', ...rest] = dayFirst;
    const fullYear = year.length === 2 ? 2000 + Number(year) : Number(year);
    const month = monthOf(second);
    return month > 12 && Number(first) <= 12
      ? dateOf(fullYear, Number(first), month, rest, timeZone)
      : dateOf(fullYear, month, Number(first), rest, timeZone);
  }
  // `Wed Oct 10 20:19:24 +0000 2018`: safe for the platform's own reader, since the zone is named.
  const stamp = /[+-]\d{4}|GMT|UTC/.test(typed) ? Date.parse(typed) : Number.NaN;
  return Number.isNaN(stamp) ? null : new Date(stamp);
}

function monthOf(text: string): number {
  if (/^\d/.test(text)) return Number(text);
  const start = text.slice(0, 3).toLowerCase();
  return OTHER_SPELLINGS[start] ?? MONTHS.indexOf(start) + 1;
}

function dateOf(
  year: number,
  month: number,
  day: number,
  [hour, minute, second, zone]: readonly (string | undefined)[],
  timeZone: string,
): Date | null {
  const local = Date.UTC(year, month - 1, day, Number(hour ?? 0), Number(minute ?? 0), Number(second ?? 0));
  const check = new Date(local);
  if (check.getUTCMonth() !== month - 1 || check.getUTCDate() !== day || Number(hour ?? 0) > 23) return null;
  return new Date(local - (zone ? namedOffset(zone) : offsetIn(timeZone, local)));
}

function namedOffset(zone: string): number {
  const hours = ZONES[zone.toLowerCase()];
  if (hours !== undefined) return hours * 3_600_000;
  const sign = zone.startsWith('-') ? -1 : 1;
  const digits = zone.replace(/\D/g, '');
  return sign * (Number(digits.slice(0, 2)) * 60 + Number(digits.slice(2))) * 60_000;
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** Milliseconds that the zone is ahead of UTC. */
function offsetIn(timeZone: string, at: number): number {
  let format = formats.get(timeZone);
  if (!format) {
    format = new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'longOffset' });
    formats.set(timeZone, format);
  }
  const name = format.formatToParts(at).find((part) => part.type === 'timeZoneName')?.value ?? '';
  const offset = /[+-]\d{2}:\d{2}/.exec(name)?.[0];
  return offset ? namedOffset(offset) : 0;
}
