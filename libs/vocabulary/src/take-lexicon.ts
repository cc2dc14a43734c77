import type { LexiconContent } from '@app/database';
import { foldEntry, lexiconFault, SHIPPED_LEXICON, type Lexicon, type LexiconEntry } from '@app/triage';
import type { EntryRefusal } from './vocabulary-error.js';

/** Retired ones count, too: the table stays small whatever is tried. */
export const MOST_LEXICON_ENTRIES = 5_000;

/** An entry as an admin types it. */
export interface TypedEntry {
  readonly spelling: string;
  readonly words: string;
}

export const tenantOf = (entries: readonly LexiconContent[]): Lexicon =>
  new Map(entries.flatMap(({ spelling, words, isRetired }) => (isRetired ? [] : [[spelling, words]])));

/** Takes what can be taken, in order; a line for a known spelling changes it, one that says the same is passed over. */
export function takeLexicon(
  known: readonly LexiconContent[],
  typed: readonly (TypedEntry & { readonly line: number })[],
): { readonly tenant: Lexicon; readonly taken: readonly LexiconEntry[]; readonly refused: EntryRefusal[] } {
  const tenant = new Map(tenantOf(known));
  const spellings = new Set(known.map(({ spelling }) => spelling));
  const taken = new Map<string, LexiconEntry>();
  const refused: EntryRefusal[] = [];
  for (const { spelling, words, line } of typed) {
    const entry = foldEntry(spelling, words);
    if (tenant.get(entry.spelling)?.join(' ') === entry.words.join(' ')) continue;
    const isFull = !spellings.has(entry.spelling) && spellings.size >= MOST_LEXICON_ENTRIES;
    const fault = isFull ? 'full' : lexiconFault(SHIPPED_LEXICON, tenant, entry);
    if (fault) {
      refused.push({ line, name: spelling, fault });
      continue;
    }
    tenant.set(entry.spelling, entry.words);
    spellings.add(entry.spelling);
    taken.set(entry.spelling, entry);
  }
  return { tenant, taken: [...taken.values()], refused };
}
