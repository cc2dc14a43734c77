import { contextBefore } from './context.js';
import type { PersonalDataSpan } from './kinds.js';

const EMAIL = /(?<![\w.+-])[\w.+-]{1,64}@[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,4}/gi;
const SPELT_EMAIL =
  /(?<![\w.+-])[\w.+-]{1,64}\s?(?:\(at\)|\[at\]|\sat\s)\s?(?:gmail|yahoo|ymail|outlook|hotmail|icloud)\s?(?:dot|\.|\(dot\))\s?(?:com|co\.id)/gi;
/** Where a vehicle is registered: 55 codes. */
const AREA_CODES =
  'AA|AB|AD|AE|AG|BA|BB|BD|BE|BG|BH|BK|BL|BM|BN|BP|DA|DB|DC|DD|DE|DG|DH|DK|DL|DM|DN|DP|DR|DS|DT|EA|EB|ED|KB|KH|KT|KU|PA|PB|A|B|D|E|F|G|H|K|L|M|N|P|R|S|T|W|Z';
const PLATE = new RegExp(`(?<![\\w-])(?:${AREA_CODES})[ .-]?\\d{1,4}[ .-]?[A-Z]{1,3}(?![\\w-])`, 'gi');
/** "blok B 12 A", "kelas D 3", "no. B 5 C": not a vehicle. */
const NOT_A_PLATE =
  /\b(?:blok|no|nomor|gang|gg|jl|jln|jalan|kelas|lantai|ruang|rt|rw|tipe|type|pasal|ayat|unit|gedung|km)\.?\s*$/;
const UNITS = /[\d .-](?:rb|jt|km|kg|cm|mm|rt|rw|ha|hp|m|x)$/i;
const VEHICLE =
  /\b(?:plat|nopol|no\.? pol|nomor polisi|polisi|motor|mobil|truk|truck|kendaraan|angkot|bus|avanza|xenia|innova)\b/;
const PASSPORT = /(?<![\w])[A-Z]{1,2} ?\d{6,7}(?!\w)/gi;
const PASSPORT_CONTEXT = /\b(?:paspor|passport)\b/;
/** The number of a house behind a street, an estate or a block. */
const HOUSE = /(?<!\w)(?:no(?:mor|mer)?|nmr|#)[ .:]{0,3}\d{1,4}[a-z]?(?:[/-]\d{1,3}[a-z]?)?(?!\w)/gi;
const BLOCK = /(?<!\w)blok [a-z]{1,2}[ -]?\d{0,2}[ ]?[/-] ?\d{1,3}[a-z]?(?!\w)/gi;
const STREET = /\b(?:jl|jln|jalan|gg|gang|perum|perumahan|komplek|kompleks|blok|rumah|alamat)\b[^\n]*$/i;
const STREET_REACH = 60;

/** E-mail addresses, number plates, passports and house numbers, in the order of the text. */
export function findTexts(text: string): PersonalDataSpan[] {
  const found: PersonalDataSpan[] = [];
  const add = (kind: PersonalDataSpan['kind'], match: RegExpExecArray): void => {
    found.push({ kind, start: match.index, end: match.index + match[0].length });
  };
  if (text.includes('@')) for (const match of text.matchAll(EMAIL)) add('email', match);
  for (const match of text.matchAll(SPELT_EMAIL)) add('email', match);
  for (const match of text.matchAll(PLATE)) if (isPlate(text, match)) add('plate', match);
  for (const match of text.matchAll(PASSPORT)) {
    if (PASSPORT_CONTEXT.test(contextBefore(text, match.index))) add('passport', match);
  }
  for (const match of text.matchAll(HOUSE)) if (isBehindStreet(text, match.index)) add('address', match);
  for (const match of text.matchAll(BLOCK)) add('address', match);
  return withoutOverlaps(found);
}

function isPlate(text: string, { 0: written, index }: RegExpExecArray): boolean {
  const before = contextBefore(text, index);
  if (NOT_A_PLATE.test(before)) return false;
  if (VEHICLE.test(before)) return true;
  // Without a word for it only what is written as on the plate counts: "KT 1234 AB".
  return written === written.toUpperCase() && /\d{3,4}/.test(written) && !UNITS.test(written);
}

function isBehindStreet(text: string, start: number): boolean {
  const before = text.slice(Math.max(0, start - STREET_REACH), start);
  // A long number or a placeholder ends the address: what is masked must not change what counts.
  return STREET.test(before.slice(before.search(/(?:(?!\d{4}|\]).)*$/s)));
}

/** The first of two that share a character stays, in the order of the text. */
export function withoutOverlaps(spans: PersonalDataSpan[]): PersonalDataSpan[] {
  const kept: PersonalDataSpan[] = [];
  for (const span of spans.sort((a, b) => a.start - b.start || b.end - a.end)) {
    if (span.start >= (kept.at(-1)?.end ?? 0)) kept.push(span);
  }
  return kept;
}
