import { Inject, Injectable } from '@nestjs/common';
import { type Actor, userIdOf } from '@app/accounts';
import {
  AuditRepository,
  Database,
  PlaceAliasRepository,
  VocabularyRepository,
  type PlaceAliasContent,
  type Queryable,
} from '@app/database';
import { aliasFault, foldPlaceName, type Gazetteer, type PlaceAlias } from '@app/triage';
import { SHIPPED_GAZETTEER, type ShippedGazetteer } from './shipped-gazetteer.js';
import type { Line } from './vocabulary-csv.js';
import {
  UnknownEntryError,
  VocabularyError,
  type EntryImport,
  type EntryRefusal,
} from './vocabulary-error.js';

/** Retired ones count, too. */
export const MOST_PLACE_ALIASES = 2_000;

type Known = PlaceAliasContent & { readonly id: string };

/** An admin says what people call places. Reports read before keep what they were given. */
@Injectable()
export class ManagePlaceAliasesService {
  constructor(
    private readonly database: Database,
    private readonly vocabularies: VocabularyRepository,
    private readonly names: PlaceAliasRepository,
    private readonly audit: AuditRepository,
    @Inject(SHIPPED_GAZETTEER) private readonly shipped: ShippedGazetteer,
  ) {}

  /** @throws VocabularyError */
  async add(actor: Actor, alias: PlaceAlias): Promise<void> {
    await this.change(async (tx, known) => {
      const folded = foldPlaceName(alias.name);
      const same = known.find((one) => one.folded === folded);
      if (same && !same.isRetired) throw new VocabularyError('taken');
      if (!same && known.length >= MOST_PLACE_ALIASES) throw new VocabularyError('full');
      this.check(alias);
      await this.names.put(tx, [{ ...alias, folded }], userIdOf(actor));
      await this.note(tx, actor, 'place-alias-added', folded, { ...alias });
    });
  }

  /** @throws VocabularyError, UnknownEntryError */
  async edit(
    actor: Actor,
    id: string,
    given: {
      name?: string | undefined;
      codes?: readonly string[] | undefined;
      isRetired?: boolean | undefined;
    },
  ): Promise<void> {
    await this.change(async (tx, known) => {
      const before = known.find((one) => one.id === id);
      if (!before) throw new UnknownEntryError('No such name');
      const alias = { name: given.name ?? before.name, codes: given.codes ?? before.codes };
      const folded = foldPlaceName(alias.name);
      if (known.some((one) => one.id !== id && one.folded === folded)) throw new VocabularyError('taken');
      const isRetired = given.isRetired ?? before.isRetired;
      if (!isRetired) this.check(alias);
      await this.names.update(tx, id, { ...alias, folded, isRetired }, userIdOf(actor));
      const action = isRetired ? 'place-alias-retired' : 'place-alias-changed';
      await this.note(tx, actor, action, folded, { ...alias, before: { ...before } });
    });
  }

  /** Takes what can be taken, in order; a line for a known name changes it, one that says the same is passed over. */
  async importAll(actor: Actor, typed: readonly (PlaceAlias & Line)[]): Promise<EntryImport> {
    return this.change(async (tx, before) => {
      const known = new Map(before.map((one) => [one.folded, JSON.stringify(one.isRetired || one.codes)]));
      const taken = new Map<string, PlaceAlias & { readonly folded: string }>();
      const refused: EntryRefusal[] = [];
      for (const { line, name, codes } of typed) {
        const folded = foldPlaceName(name);
        if (known.get(folded) === JSON.stringify(codes)) continue;
        const isFull = !known.has(folded) && known.size >= MOST_PLACE_ALIASES;
        const fault = isFull ? 'full' : aliasFault(this.shipped(), { name, codes });
        if (fault) {
          refused.push({ line, name, fault });
          continue;
        }
        known.set(folded, JSON.stringify(codes));
        taken.set(folded, { name, codes, folded });
      }
      await this.names.put(tx, [...taken.values()], userIdOf(actor));
      const counts = { taken: taken.size, refused: refused.length };
      await this.note(tx, actor, 'place-aliases-imported', 'all', counts);
      return { taken: taken.size, refused };
    });
  }

  /**
   * The places as they would be found with a draft.
   * @param id of the name that the draft is to replace
   * @throws VocabularyError
   */
  async draft(alias: PlaceAlias, id: string | null): Promise<Gazetteer> {
    this.check(alias);
    const others = (await this.names.all(this.database)).filter((one) => one.id !== id && !one.isRetired);
    return this.shipped().withAliases([...others, alias]);
  }

  private check(alias: PlaceAlias): void {
    const fault = aliasFault(this.shipped(), alias);
    if (fault) throw new VocabularyError(fault);
  }

  private async change<Result>(
    act: (tx: Queryable, known: readonly Known[]) => Promise<Result>,
  ): Promise<Result> {
    return this.database.transaction(async (tx) => {
      await this.vocabularies.begin(tx, 'place-aliases');
      return act(tx, await this.names.all(tx));
    });
  }

  private async note(
    tx: Queryable,
    actor: Actor,
    action: string,
    what: string,
    data: Readonly<Record<string, unknown>>,
  ): Promise<void> {
    await this.audit.append(tx, { actor, action, subject: `place_alias:${what}`, data });
  }
}
