import { Inject, Injectable } from '@nestjs/common';
import { SettingRepository, type Queryable, type VocabularyVersions } from '@app/database';
import { createFactFinder, taxonomySchema, type FindFacts, type Taxonomy } from '@app/triage';
import {
  ReadVocabularyService,
  SHIPPED_GAZETTEER,
  type ShippedGazetteer,
  type Vocabulary,
} from '@app/vocabulary';

/** What ships with the project, until an admin changes it. */
export interface TaxonomyDefaults {
  /** The first is in force until an admin chooses. */
  readonly sets: readonly Taxonomy[];
}
export const TAXONOMY_DEFAULTS = Symbol('TaxonomyDefaults');
export const TAXONOMY_SETTING = 'taxonomy';

/** The topics as they are now, and who handles each. */
@Injectable()
export class ReadTaxonomyService {
  private kept: { readonly stored: string; readonly taxonomy: Taxonomy } | null = null;
  private finder: (Vocabulary & { readonly taxonomy: Taxonomy; readonly find: FindFacts }) | null = null;

  constructor(
    private readonly settings: SettingRepository,
    private readonly vocabulary: ReadVocabularyService,
    @Inject(TAXONOMY_DEFAULTS) private readonly defaults: TaxonomyDefaults,
    @Inject(SHIPPED_GAZETTEER) private readonly gazetteer: ShippedGazetteer,
  ) {}

  get sets(): readonly Taxonomy[] {
    return this.defaults.sets;
  }

  async taxonomy(on?: Queryable): Promise<Taxonomy> {
    return (await this.current(on)).taxonomy;
  }

  /** What finds topic, agency, places and personal data in a text, by the topics and the words as they are now. */
  async factFinder(on?: Queryable): Promise<{
    readonly taxonomy: Taxonomy;
    readonly versions: VocabularyVersions;
    readonly find: FindFacts;
  }> {
    const { taxonomy } = await this.current(on);
    const words = await this.vocabulary.current(on);
    const { finder } = this;
    if (
      finder?.taxonomy !== taxonomy ||
      finder.lexicon !== words.lexicon ||
      finder.aliases !== words.aliases
    ) {
      this.finder = { ...words, taxonomy, find: this.finderWith(taxonomy, words) };
      return this.finder;
    }
    return finder;
  }

  /** With other words than those in force. */
  finderWith(taxonomy: Taxonomy, { lexicon, aliases }: Omit<Vocabulary, 'versions'>): FindFacts {
    return createFactFinder(taxonomy, this.gazetteer().withAliases(aliases), lexicon);
  }

  private async current(on?: Queryable) {
    const { [TAXONOMY_SETTING]: changed } = await this.settings.some([TAXONOMY_SETTING], on);
    const stored = JSON.stringify(changed ?? null);
    if (this.kept?.stored !== stored) {
      this.kept = { stored, taxonomy: changed ? taxonomySchema.parse(changed) : this.shipped() };
    }
    return this.kept;
  }

  private shipped(): Taxonomy {
    const [first] = this.defaults.sets;
    if (!first) throw new Error('No taxonomy ships with this application');
    return first;
  }
}
