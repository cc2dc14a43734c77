import type { PersonalDataKind } from './kinds.js';

/** How far a word that names a number stands from it, at most. */
const REACH = 40;

/**
 * What stands straight before a number, lower case: up to the number, placeholder or masked thing before it. Masking
 * those therefore changes no context, and masking twice is masking once.
 */
export function contextBefore(text: string, start: number, from = 0): string {
  const before = text.slice(Math.max(from, start - REACH), start);
  return before.slice(before.search(/[^\d\]]*$/)).toLowerCase();
}

/** What stands behind a number, in the same manner. */
export function contextAfter(text: string, end: number, to = text.length): string {
  const after = text.slice(end, Math.min(to, end + REACH));
  const stop = after.search(/[\d[]/);
  return (stop < 0 ? after : after.slice(0, stop)).toLowerCase();
}

interface Cue {
  readonly kind: PersonalDataKind;
  readonly words: RegExp;
  /** Digits that such a number has, with the usual typing mistakes. */
  readonly digits: readonly [least: number, most: number];
}

const CUES: readonly Cue[] = [
  { kind: 'nik', words: /\b(?:nik|e-?ktp|ktp)\b/g, digits: [12, 18] },
  { kind: 'kk', words: /\b(?:kk|kartu keluarga)\b/g, digits: [12, 18] },
  { kind: 'npwp', words: /\bnpwp\b/g, digits: [14, 22] },
  { kind: 'nip', words: /\bnip\b/g, digits: [16, 19] },
  {
    kind: 'pln',
    words: /\b(?:id ?pel|idpel|id pelanggan|pln|meteran listrik|no(?:mor)?\.? meter(?:an)?)\b/g,
    digits: [10, 13],
  },
  {
    kind: 'pdam',
    words: /\b(?:pdam|no(?:mor)?\.? ?pel(?:anggan)?|nopel|nosal|sambungan air)\b/g,
    digits: [5, 13],
  },
  { kind: 'bpjs', words: /\b(?:bpjs|kis|jkn)\b/g, digits: [11, 14] },
  { kind: 'driving-licence', words: /\bsim(?: [abcd])?\b/g, digits: [12, 16] },
  {
    kind: 'bank-account',
    words: /\b(?:no\.? ?rek|norek|rek|rekening|bri|bni|bca|bsi|btn|bpd|bankaltimtara|bank [a-z]{2,15})\b/g,
    digits: [8, 18],
  },
  { kind: 'bank-account', words: /\b(?:mandiri|tf|transfer|trf|a\.?n|atas nama)\b/g, digits: [10, 18] },
  {
    kind: 'phone',
    words:
      /\b(?:no\.? ?hp|nohp|hp|wa|whatsapp|telp|tlp|telpon|telepon|telephone|phone|fax|hub|hubungi|kontak|call)\b/g,
    digits: [7, 15],
  },
];

/** Behind these stands an amount, a ticket or a file number, whatever else is near. */
const NOT_PERSONAL =
  /\b(?:rp|idr|harga|sebesar|senilai|nominal|total|biaya|uang|bayar|tiket|ticket|kode|resi|invoice|faktur|pasal|tahun|tanggal|tgl|jam|pukul|pengaduan|laporan|aduan|pendaftaran|registrasi|perkara|surat|sk|token)\.?\s*(?:no|nomor|nmr)?\s*[:.#]*\s*$/;
/** What makes an amount of the number before it. */
const AMOUNT_AFTER = /^\s?(?:rb|ribu|jt|juta|milyar|miliar|rupiah|,\d\d\b|,-|persen|%|meter|km|kg)/;

/** What stands before a number, read once for all the lengths that the number may have. */
export interface Context {
  readonly cues: readonly Cue[];
  /** An amount, a ticket, a file number. */
  readonly deniesAll: boolean;
  readonly isAmount: boolean;
}

const NO_CONTEXT: Context = { cues: [], deniesAll: false, isAmount: false };

export function readContext(before: string): Context {
  if (!/[a-z]/.test(before)) return NO_CONTEXT;
  const placed = CUES.flatMap((cue) =>
    Array.from(before.matchAll(cue.words), ({ index }) => ({ cue, index })),
  );
  return {
    // The nearest first.
    cues: placed.sort((a, b) => b.index - a.index).map(({ cue }) => cue),
    deniesAll: NOT_PERSONAL.test(before),
    isAmount: /\b(?:rp|idr)\.?\s*$/.test(before),
  };
}

/** The kind that the words around a number of so many digits give it; null when they tell none. */
export function kindByContext(
  { cues, deniesAll }: Context,
  after: string,
  digits: number,
): PersonalDataKind | null {
  if (deniesAll || isAmountBefore(after)) return null;
  const cue = cues.find(({ digits: [least, most] }) => digits >= least && digits <= most);
  if (cue) return cue.kind;
  return digits >= 8 && digits <= 18 && BANK_AFTER.test(after) ? 'bank-account' : null;
}

const BANK_AFTER = /^[\s(,-]{0,3}(?:bank |bri\b|bni\b|bca\b|bsi\b|btn\b|mandiri\b|a\.?n\b|an\.|atas nama)/;
export const isAmountBefore = (after: string): boolean => AMOUNT_AFTER.test(after);
