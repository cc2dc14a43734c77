import type { InboundAuthor } from '@app/report-model';

const COUNTRY = '62';
/** Type of number, SMPP 3.4, 5.2.5. */
const TON = { international: 1, national: 2, alphanumeric: 5 } as const;

/**
 * Who sent an SMS. Phones are E.164 whichever way the network wrote them (`0812…`, `62812…`, `812…`); names
 * (`TELKOMSEL`) and short codes are kept as they are, and cannot be answered.
 */
export function senderOf(address: string, ton?: number): InboundAuthor {
  const phone = phoneOf(address, ton);
  if (phone) return { externalId: phone, phone };
  const name = address.trim() || 'unknown';
  return { externalId: name, displayName: name };
}

/** E.164, or undefined for what is no telephone number. Unknown countries need the number's type or a plus. */
export function phoneOf(address: string, ton?: number): string | undefined {
  const written = address.replace(/[\s().-]/g, '');
  if (ton === TON.alphanumeric || !/^\+?\d+$/.test(written)) return undefined;
  const international = internationalOf(written.replace('+', ''), written.startsWith('+'), ton);
  return international && international.length >= 6 && international.length <= 15
    ? `+${international}`
    : undefined;
}

/** What E.164 writes after the plus. */
function internationalOf(digits: string, hasPlus: boolean, ton?: number): string | undefined {
  if (hasPlus) return digits;
  if (digits.startsWith('00')) return digits.slice(2);
  if (/^0\d{7,}$/.test(digits)) return COUNTRY + digits.slice(1);
  if (ton === TON.international) return digits;
  if (ton === TON.national) return COUNTRY + digits;
  if (digits.startsWith(COUNTRY) && digits.length >= 6) return digits;
  if (/^8\d{8,11}$/.test(digits)) return COUNTRY + digits;
  return digits.length >= 10 ? digits : undefined;
}

/** Whether an answer can reach this author. */
export function isPhone(externalId: string): boolean {
  return /^\+\d{6,15}$/.test(externalId);
}
