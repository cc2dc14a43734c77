import { PLACEHOLDER_NAMES, type PersonalDataKind, type PersonalDataSpan } from './kinds.js';
import { findPersonalData } from './find-personal-data.js';

export interface MaskedText {
  readonly text: string;
  /** Where the placeholders stand in the masked text. */
  readonly spans: readonly PersonalDataSpan[];
  /** Where a place of the original text stands in the masked one; a part of something masked is all of it. */
  placeOf(start: number, end: number): { readonly start: number; readonly end: number };
}

/**
 * Masks several texts of one matter: the same number gets the same placeholder in all of them, "[NIK 1]", so that they
 * stay readable. Masking a masked text changes nothing.
 */
export function createMasker(): (text: string) => MaskedText {
  const placeholders = new Map<string, string>();
  const counts = new Map<PersonalDataKind, number>();
  const placeholderOf = (kind: PersonalDataKind, written: string): string => {
    const value = valueOf(kind, written);
    const known = placeholders.get(value);
    if (known !== undefined) return known;
    const number = (counts.get(kind) ?? 0) + 1;
    counts.set(kind, number);
    const placeholder = `[${PLACEHOLDER_NAMES[kind]} ${number}]`;
    placeholders.set(value, placeholder);
    return placeholder;
  };
  return (text) => {
    const parts: string[] = [];
    const spans: PersonalDataSpan[] = [];
    let length = 0;
    let at = 0;
    const push = (part: string): void => {
      parts.push(part);
      length += part.length;
    };
    const found = findPersonalData(text);
    for (const { kind, start, end } of found) {
      push(text.slice(at, start));
      const placeholder = placeholderOf(kind, text.slice(start, end));
      spans.push({ kind, start: length, end: length + placeholder.length });
      push(placeholder);
      at = end;
    }
    push(text.slice(at));
    return { text: parts.join(''), spans, placeOf: (start, end) => placeIn(found, spans, start, end) };
  };
}

function placeIn(
  found: readonly PersonalDataSpan[],
  masked: readonly PersonalDataSpan[],
  start: number,
  end: number,
): { start: number; end: number } {
  const move = (offset: number, isEnd: boolean): number => {
    let shift = 0;
    for (const [index, span] of found.entries()) {
      const to = masked[index] ?? span;
      if (offset <= span.start) break;
      if (offset < span.end) return isEnd ? to.end : to.start;
      shift = to.end - span.end;
    }
    return offset + shift;
  };
  return { start: move(start, false), end: move(end, true) };
}

/** Masks one text. */
export const maskPersonalData = (text: string): string => createMasker()(text).text;

/** The same thing however it is written: digits alone for numbers, a mobile number from its 0. */
export function valueOf(kind: PersonalDataKind, written: string): string {
  if (kind === 'email') return written.toLowerCase();
  if (kind === 'plate' || kind === 'passport' || kind === 'address') {
    return `${kind} ${written.toLowerCase().replace(/[^a-z0-9]/g, '')}`;
  }
  const digits = written.replace(/\D/g, '');
  return /^628\d/.test(digits) ? `0${digits.slice(2)}` : digits;
}
