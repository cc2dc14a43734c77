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
import { UnknownEntryError, VocabularyError } from './vocabulary-error.js';

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
      await this.names.put(tx, { ...alias, folded }, userIdOf(actor));
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

  private async change(act: (tx: Queryable, known: readonly Known[]) => Promise<void>): Promise<void> {
    await this.database.transaction(async (tx) => {
      await this.vocabularies.begin(tx, 'place-aliases');
      await act(tx, await this.names.all(tx));
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
