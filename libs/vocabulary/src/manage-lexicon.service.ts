import { Injectable } from '@nestjs/common';
import { type Actor, userIdOf } from '@app/accounts';
import {
  AuditRepository,
  Database,
  LexiconRepository,
  VocabularyRepository,
  type LexiconContent,
  type Queryable,
} from '@app/database';
import {
  foldEntry,
  lexiconFault,
  mergeLexicon,
  SHIPPED_LEXICON,
  type Lexicon,
  type LexiconEntry,
} from '@app/triage';
import { MOST_LEXICON_ENTRIES, takeLexicon, tenantOf, type TypedEntry } from './take-lexicon.js';
import type { Line } from './vocabulary-csv.js';
import { UnknownEntryError, VocabularyError, type EntryImport } from './vocabulary-error.js';

type Known = LexiconContent & { readonly id: string };

/** An admin adds spellings to the lexicon that ships, and changes them. Reports read before keep what they were given. */
@Injectable()
export class ManageLexiconService {
  constructor(
    private readonly database: Database,
    private readonly vocabularies: VocabularyRepository,
    private readonly entries: LexiconRepository,
    private readonly audit: AuditRepository,
  ) {}

  /** @throws VocabularyError */
  async add(actor: Actor, typed: TypedEntry): Promise<void> {
    await this.change(async (tx, known) => {
      const entry = foldEntry(typed.spelling, typed.words);
      if (known.some(({ spelling, isRetired }) => spelling === entry.spelling && !isRetired))
        throw new VocabularyError('taken');
      if (isFull(known, entry.spelling)) throw new VocabularyError('full');
      checkEntry(tenantOf(known), entry);
      await this.entries.put(tx, [entry], userIdOf(actor));
      await this.note(tx, actor, 'lexicon-entry-added', entry.spelling, { words: entry.words.join(' ') });
    });
  }

  /** @throws VocabularyError, UnknownEntryError */
  async edit(
    actor: Actor,
    id: string,
    given: Partial<TypedEntry> & { isRetired?: boolean | undefined },
  ): Promise<void> {
    await this.change(async (tx, known) => {
      const before = known.find((one) => one.id === id);
      if (!before) throw new UnknownEntryError('No such entry');
      const entry = foldEntry(given.spelling ?? before.spelling, given.words ?? before.words.join(' '));
      const others = known.filter((one) => one.id !== id);
      if (others.some(({ spelling }) => spelling === entry.spelling)) throw new VocabularyError('taken');
      const isRetired = given.isRetired ?? before.isRetired;
      if (!isRetired) checkEntry(tenantOf(others), entry);
      await this.entries.update(tx, id, { ...entry, isRetired }, userIdOf(actor));
      const action = isRetired ? 'lexicon-entry-retired' : 'lexicon-entry-changed';
      await this.note(tx, actor, action, entry.spelling, {
        words: entry.words.join(' '),
        before: { spelling: before.spelling, words: before.words.join(' '), isRetired: before.isRetired },
      });
    });
  }

  /** Takes what can be taken, in order; a line for a known spelling changes it. */
  async importAll(actor: Actor, typed: readonly (TypedEntry & Line)[]): Promise<EntryImport> {
    return this.change(async (tx, before) => {
      const { taken, refused } = takeLexicon(before, typed);
      await this.entries.put(tx, taken, userIdOf(actor));
      const counts = { taken: taken.length, refused: refused.length };
      await this.note(tx, actor, 'lexicon-imported', 'all', counts);
      return { taken: taken.length, refused };
    });
  }

  /**
   * The lexicon as it would be with a draft.
   * @param id of the entry that the draft is to replace
   * @throws VocabularyError
   */
  async draft(typed: TypedEntry, id: string | null): Promise<Lexicon> {
    const others = (await this.entries.all(this.database)).filter((one) => one.id !== id);
    const entry = foldEntry(typed.spelling, typed.words);
    const tenant = tenantOf(others);
    checkEntry(tenant, entry);
    return mergeLexicon(SHIPPED_LEXICON, new Map([...tenant, [entry.spelling, entry.words]]));
  }

  private async change<Result>(
    act: (tx: Queryable, known: readonly Known[]) => Promise<Result>,
  ): Promise<Result> {
    return this.database.transaction(async (tx) => {
      await this.vocabularies.begin(tx, 'lexicon');
      return act(tx, await this.entries.all(tx));
    });
  }

  private async note(
    tx: Queryable,
    actor: Actor,
    action: string,
    what: string,
    data: Readonly<Record<string, unknown>>,
  ): Promise<void> {
    await this.audit.append(tx, { actor, action, subject: `lexicon:${what}`, data });
  }
}

function checkEntry(tenant: Lexicon, entry: LexiconEntry): void {
  const fault = lexiconFault(SHIPPED_LEXICON, tenant, entry);
  if (fault) throw new VocabularyError(fault);
}

function isFull(known: readonly LexiconContent[], added: string): boolean {
  return known.length >= MOST_LEXICON_ENTRIES && !known.some(({ spelling }) => spelling === added);
}
