const NUMBER = /\d+(?:[.,:/-]\d+)*/y;
const UNIT = /\s?(ribu|rb|ewu|juta|jt|miliar|milyar|triliun|k|m|%|persen)(?![a-z0-9])/y;
const MONEY_START = /[.\s]*\d/y;
const MORE_DIGITS = /[ .-]?\d{2,}/y;
const PHONE_DIGITS = 9;
const LONGEST_PHONE = 24;

/**
 * Reads the number at `from` (after `rp`, the mark's end) and pushes one placeholder: telephone, money, percentage or
 * number. `push` takes the placeholder and where it ends.
 */
export function readNumber(text: string, from: number, push: (word: string, end: number) => void): void {
  const isMoney = !isDigitAt(text, from) || text.startsWith('rp', from - 2);
  const start = isDigitAt(text, from) ? from : endOf(MONEY_START, text, from) - 1;
  const end = endOf(NUMBER, text, start);
  const phoneEnd = isMoney ? end : endOfPhone(text, start, end);
  if (phoneEnd > 0 && !isMoney) return push('_telepon', phoneEnd);
  UNIT.lastIndex = end;
  const unit = UNIT.exec(text);
  if (unit?.[1] === '%' || unit?.[1] === 'persen') return push('_persen', UNIT.lastIndex);
  // A lone "m" is a metre more often than a milliard.
  if (unit !== null && unit[1] !== 'm') return push('_uang', UNIT.lastIndex);
  push(isMoney ? '_uang' : '_angka', end);
}

/** End of an Indonesian mobile number that begins here, digits perhaps in groups; 0 when it is none. */
function endOfPhone(text: string, start: number, firstEnd: number): number {
  if (!text.startsWith('08', start) && !text.startsWith('62', start)) return 0;
  let end = firstEnd;
  while (end - start < LONGEST_PHONE) {
    const next = endOf(MORE_DIGITS, text, end);
    if (next === end) break;
    end = next;
  }
  const digits = text.slice(start, end).replace(/\D/g, '').length;
  return digits >= PHONE_DIGITS && digits <= LONGEST_PHONE ? end : 0;
}

function endOf(pattern: RegExp, text: string, from: number): number {
  pattern.lastIndex = from;
  return pattern.test(text) ? pattern.lastIndex : from;
}

const isDigitAt = (text: string, index: number): boolean => {
  const code = text.charCodeAt(index);
  return code >= 48 && code <= 57;
};
