import { Inject, Injectable } from '@nestjs/common';
import { SettingRepository, type Queryable } from '@app/database';
import { createFactFinder, taxonomySchema, type FindFacts, type Gazetteer, type Taxonomy } from '@app/triage';

/** What ships with the project, until an admin changes it. */
export interface TaxonomyDefaults {
  /** The first is in force until an admin chooses. */
  readonly sets: readonly Taxonomy[];
  /** Built when first asked for: only who reads messages needs it. */
  gazetteer(): Gazetteer;
}
export const TAXONOMY_DEFAULTS = Symbol('TaxonomyDefaults');
export const TAXONOMY_SETTING = 'taxonomy';

/** The topics as they are now, and who handles each. */
@Injectable()
export class ReadTaxonomyService {
  private kept: { readonly stored: string; readonly taxonomy: Taxonomy; find?: FindFacts } | null = null;

  constructor(
    private readonly settings: SettingRepository,
    @Inject(TAXONOMY_DEFAULTS) private readonly defaults: TaxonomyDefaults,
  ) {}

  get sets(): readonly Taxonomy[] {
    return this.defaults.sets;
  }

  async taxonomy(on?: Queryable): Promise<Taxonomy> {
    return (await this.current(on)).taxonomy;
  }

  /** What finds topic, agency, places and personal data in a text, by the topics as they are now. */
  async factFinder(on?: Queryable): Promise<{ readonly taxonomy: Taxonomy; readonly find: FindFacts }> {
    const current = await this.current(on);
    current.find ??= createFactFinder(current.taxonomy, this.defaults.gazetteer());
    return { taxonomy: current.taxonomy, find: current.find };
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
