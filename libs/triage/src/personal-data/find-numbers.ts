import {
  contextAfter,
  contextBefore,
  isAmountBefore,
  kindByContext,
  readContext,
  type Context,
} from './context.js';
import type { PersonalDataKind, PersonalDataSpan } from './kinds.js';
import { hasLandlineForm, hasMobileForm, hasNikForm, hasNpwpForm } from './number-forms.js';

interface Group {
  readonly digits: string;
  readonly start: number;
  readonly end: number;
}

/** Digits with at most one sign in between: "6408 0412 ...", "0812-3456-7890". */
export const NUMBER_RUN = /\d+(?:(?:\) ?|[ .\-/])\d+)*/g;
const DATE = /^(?:\d{1,2}[./-]\d{1,2}[./-](?:19|20)\d{2}|(?:19|20)\d{2}[./-]\d{1,2}[./-]\d{1,2})$/;
const TIMES = /^\d{1,2}[.:]\d{2}(?: ?- ?\d{1,2}[.:]\d{2})?$/;
const MOST_DIGITS = 22;
const MOST_GROUPS = 6;
const FEWEST_DIGITS = 5;
/** Two groups this long with a space between them are two numbers. */
const WHOLE_NUMBER = 9;

/**
 * Numbers that belong to a person, by their form or by what stands beside them. `taken` are spans found before: no
 * number reaches into them, and no context over them.
 */
export function findNumbers(text: string, taken: readonly PersonalDataSpan[]): PersonalDataSpan[] {
  const found: PersonalDataSpan[] = [];
  let next = 0;
  for (const run of text.matchAll(NUMBER_RUN)) {
    const [written] = run;
    while (next < taken.length && (taken[next]?.end ?? 0) <= run.index) next++;
    const following = taken[next];
    if (written.length < FEWEST_DIGITS || (following && following.start < run.index + written.length))
      continue;
    const bounds = { from: taken[next - 1]?.end ?? 0, to: following?.start ?? text.length };
    for (const number of splitNumbers(groupsOf(written, run.index))) {
      found.push(...readNumber(text, number, found.at(-1), bounds));
    }
  }
  return found;
}

function groupsOf(written: string, offset: number): Group[] {
  return Array.from(written.matchAll(/\d+/g), ({ 0: digits, index }) => ({
    digits,
    start: offset + index,
    end: offset + index + digits.length,
  }));
}

/** A run may hold several numbers: it is cut where two whole ones meet. */
function splitNumbers(groups: readonly Group[]): Group[][] {
  const numbers: Group[][] = [[]];
  let length = 0;
  for (const group of groups) {
    if (length >= WHOLE_NUMBER && group.digits.length >= WHOLE_NUMBER) {
      numbers.push([]);
      length = 0;
    }
    numbers.at(-1)?.push(group);
    length += group.digits.length;
  }
  return numbers;
}

function readNumber(
  text: string,
  groups: readonly Group[],
  previous: PersonalDataSpan | undefined,
  bounds: { from: number; to: number },
): PersonalDataSpan[] {
  const found: PersonalDataSpan[] = [];
  for (let first = 0; first < groups.length; first++) {
    const span = longestFrom(text, groups, first, found.at(-1) ?? previous, bounds);
    if (span === null) continue;
    found.push(span.found);
    first = span.last;
  }
  return found;
}

function longestFrom(
  text: string,
  groups: readonly Group[],
  first: number,
  previous: PersonalDataSpan | undefined,
  bounds: { from: number; to: number },
): { found: PersonalDataSpan; last: number } | null {
  const { start = 0 } = groups[first] ?? {};
  const context = readContext(contextBefore(text, start, bounds.from));
  let digits = '';
  let best: { found: PersonalDataSpan; last: number } | null = null;
  for (let last = first; last < Math.min(groups.length, first + MOST_GROUPS); last++) {
    const group = groups[last] as Group;
    digits += group.digits;
    if (digits.length > MOST_DIGITS) break;
    const written = text.slice(start, group.end);
    if (DATE.test(written)) break;
    if (digits.length < FEWEST_DIGITS || TIMES.test(written)) continue;
    const after = contextAfter(text, group.end, bounds.to);
    const kind =
      kindByForm(written, groups.slice(first, last + 1), digits, context, after) ??
      kindByContext(context, after, digits.length) ??
      inherited(text, previous, start, digits);
    if (kind !== null) best = { found: { kind, start: withSigns(text, start), end: group.end }, last };
  }
  return best;
}

function kindByForm(
  written: string,
  groups: readonly Group[],
  digits: string,
  context: Context,
  after: string,
): PersonalDataKind | null {
  if (hasNpwpForm(written)) return 'npwp';
  if (context.isAmount || isAmountBefore(after)) return null;
  const named = kindByContext(context, after, digits.length);
  if (digits.length === 16 && hasNikForm(digits)) return named === 'kk' || named === 'npwp' ? named : 'nik';
  const parts = groups.map((group) => group.digits);
  const isPhone = hasMobileForm(digits) && (parts[0]?.length ?? 0) >= 2 && !endsInScraps(parts);
  if (isPhone || hasLandlineForm(parts)) return named ?? 'phone';
  return null;
}

/** "+62 812", "(0549) 23456": the sign belongs to the number. */
function withSigns(text: string, start: number): number {
  let at = start;
  while (at > 0 && start - at < 2 && '+('.includes(text[at - 1] ?? ' ')) at--;
  return at;
}

/** "081234567890 12": what follows a whole number is another matter. */
const endsInScraps = (parts: readonly string[]): boolean =>
  parts.length > 1 && (parts.at(-1)?.length ?? 0) < 3 && parts.slice(0, -1).join('').length >= 10;

/** "rekening 123... dan 456...": the second is what the first was. */
function inherited(
  text: string,
  previous: PersonalDataSpan | undefined,
  start: number,
  digits: string,
): PersonalDataKind | null {
  if (previous === undefined || digits.length < WHOLE_NUMBER || start - previous.end > 12) return null;
  return /^\s*(?:[,/&;]|dan|atau|&|dg|dengan)?\s*$/.test(text.slice(previous.end, start))
    ? previous.kind
    : null;
}
