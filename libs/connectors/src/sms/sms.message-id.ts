import type { SmsSettings } from './sms.settings.js';

type Form = SmsSettings['smppMessageIds'];

/** An id from submit_sm_resp in the form that receipts are compared in. */
export function canonicalSentId(id: string, form: Form): string {
  return form === 'hex-when-sent' ? toDecimal(id) : id;
}

export function canonicalReceiptId(id: string, form: Form): string {
  if (form === 'hex-in-receipt') return toDecimal(id);
  // Decimal ids are padded in receipts only: `id:0000001234`.
  return form === 'hex-when-sent' ? id.replace(/^0+(?=\d)/, '') : id;
}

function toDecimal(id: string): string {
  return /^[0-9a-f]+$/i.test(id) ? BigInt(`0x${id}`).toString() : id;
}
