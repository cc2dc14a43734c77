import { findNumbers, NUMBER_RUN } from './find-numbers.js';
import { findTexts, withoutOverlaps } from './find-texts.js';
import type { PersonalDataSpan } from './kinds.js';

const SHORTEST_REPEATED = 5;

/**
 * Finds what identifies a person: identity, family-card, tax, account and customer numbers, telephone numbers, e-mail
 * addresses, number plates and house numbers. Prices, dates, ticket codes and emergency numbers are left alone. A number
 * that is found once is found wherever it stands. In the order of the text, without overlaps; linear in its length.
 */
export function findPersonalData(text: string): PersonalDataSpan[] {
  const texts = findTexts(text);
  const numbers = findNumbers(text, texts);
  const found = withoutOverlaps([...texts, ...numbers]);
  return numbers.length === 0 ? found : withoutOverlaps([...found, ...repetitions(text, found)]);
}

/** The same digits again, where nothing beside them tells what they are. */
function repetitions(text: string, found: readonly PersonalDataSpan[]): PersonalDataSpan[] {
  const kinds = new Map(
    found
      .map(({ kind, start, end }) => [text.slice(start, end).replace(/\D/g, ''), kind] as const)
      .filter(([digits]) => digits.length >= SHORTEST_REPEATED),
  );
  return Array.from(text.matchAll(NUMBER_RUN)).flatMap(({ 0: written, index }) =>
    [...written.matchAll(/\d+/g), { 0: written, index: 0 }].flatMap((part) => {
      const kind = kinds.get(part[0].replace(/\D/g, ''));
      const start = index + part.index;
      return kind === undefined ? [] : [{ kind, start, end: start + part[0].length }];
    }),
  );
}
