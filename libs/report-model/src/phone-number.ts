/**
 * Reads a telephone number as people in Indonesia type it.
 * @returns E.164 (`0812...` and `62812...` become `+62812...`), or `null` when it cannot be a number
 */
export function readPhone(typed: string): { readonly number: string } | null {
  const compact = typed.replace(/[\s().\-–]/g, '');
  if (!/^\+?\d{6,15}$/.test(compact)) return null;
  if (compact.startsWith('+')) return { number: compact };
  if (compact.startsWith('62')) return { number: `+${compact}` };
  if (compact.startsWith('0')) return { number: `+62${compact.slice(1)}` };
  if (compact.startsWith('8')) return { number: `+62${compact}` };
  return { number: compact };
}
