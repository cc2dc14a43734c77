/**
 * Whether sixteen digits have the form of a NIK (or a family card's number: the same): area, date of birth (women: day
 * plus 40) or issue, serial number. The area is not looked up: it is the one of first issue and may have gone.
 */
export function hasNikForm(digits: string): boolean {
  if (!/^[1-9][1-9]\d{14}$/.test(digits) && !/^[1-9]0\d{14}$/.test(digits)) return false;
  const [regency, district, day, month, year] = [2, 4, 6, 8, 10].map((at) =>
    Number(digits.slice(at, at + 2)),
  );
  if (!regency || !district || digits.endsWith('0000')) return false;
  return [1900, 2000].some((century) => isDate(century + (year ?? 0), month ?? 0, (day ?? 0) % 40 || 40));
}

function isDate(year: number, month: number, day: number): boolean {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

/** A mobile number as people write it: 08..., 628..., +62 8... */
export const hasMobileForm = (digits: string): boolean =>
  /^08\d{8,12}$/.test(digits) || /^(?:62)?0?8\d{8,11}$/.test(digits.startsWith('62') ? digits : '');

/** An area code of its own group and five to eight digits behind it: "(0549) 23456". */
export const hasLandlineForm = (groups: readonly string[]): boolean =>
  /^0(?:2[1-9]\d?|[3-9]\d{2})$/.test(groups[0] ?? '') && /^\d{5,8}$/.test(groups.slice(1).join(''));

/** Formatted taxpayer number: 12.345.678.9-012.345. */
export const hasNpwpForm = (written: string): boolean =>
  /^\d{2}\.\d{3}\.\d{3}\.\d-\d{3}\.\d{3}$/.test(written);
