/**
 * Ticket codes that survive a phone call: 7 characters shown as `XXX-XXXX`, from an alphabet without look-alikes
 * (no 0/O, 1/I/L, 2 stands without Z, 5/S, 8/B, U/V, Q), the last one a check character. The alphabet's size (23)
 * is prime, so every single wrong character and every swap of two neighbours is detected.
 */
const ALPHABET = '234679ACDEFGHJKMNPRTWXY';
const BASE = ALPHABET.length;
const LENGTH = 6;
/** 23^6 = 148,035,889 codes before one repeats. */
export const TICKET_CAPACITY = BASE ** LENGTH;
/** Coprime to the capacity: a bijection that keeps neighbours apart, so codes do not tell how many reports there are. */
const MULTIPLIER = 61_803_399n;
const OFFSET = 27_182_818n;

/** The code of the n-th ticket (n from 1, below {@link TICKET_CAPACITY}). */
export function ticketCode(number: number): string {
  if (!Number.isSafeInteger(number) || number < 1 || number >= TICKET_CAPACITY) {
    throw new RangeError(`Ticket number out of range: ${number}`);
  }
  let rest = Number((BigInt(number) * MULTIPLIER + OFFSET) % BigInt(TICKET_CAPACITY));
  const digits: number[] = [];
  for (let i = 0; i < LENGTH; i++) {
    digits.unshift(rest % BASE);
    rest = Math.floor(rest / BASE);
  }
  const code = [...digits, checkDigit(digits)].map((digit) => ALPHABET[digit]).join('');
  return `${code.slice(0, 3)}-${code.slice(3)}`;
}

/** Reads what a person typed or said (any case, with spaces or dashes) into canonical form, or null. */
export function parseTicketCode(input: string): string | null {
  const compact = input.toUpperCase().replace(/[\s\-–—.]/g, '');
  if (compact.length !== LENGTH + 1) return null;
  const digits = [...compact].map((character) => ALPHABET.indexOf(character));
  if (digits.includes(-1)) return null;
  if (checkDigit(digits.slice(0, LENGTH)) !== digits[LENGTH]) return null;
  return `${compact.slice(0, 3)}-${compact.slice(3)}`;
}

function checkDigit(digits: readonly number[]): number {
  return digits.reduce((sum, digit, index) => sum + digit * (index + 2), 0) % BASE;
}
