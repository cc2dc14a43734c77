import { Injectable } from '@nestjs/common';
import { refuseStale, type Actor } from '@app/accounts';
import { AgencyRepository, AuditRepository, Database, SettingRepository } from '@app/database';
import { checkTaxonomy, type Taxonomy } from '@app/triage';
import { ReadTaxonomyService, TAXONOMY_SETTING } from './read-taxonomy.service.js';

/** The set cannot be used: says what is wrong with it. */
export class TaxonomyError extends Error {
  readonly code = 'validation';
}

/** An admin changes topics and who handles them. Reports that were read before keep their topic. */
@Injectable()
export class ChangeTaxonomyService {
  constructor(
    private readonly database: Database,
    private readonly settings: SettingRepository,
    private readonly reader: ReadTaxonomyService,
    private readonly agencies: AgencyRepository,
    private readonly audit: AuditRepository,
  ) {}

  /**
   * Stores the set under a new version, and adds its agencies where they are missing, so that reports can be sent to
   * them.
   * @param given with the version of the set that the admin changed
   * @throws EditConflictError when it is another by now
   * @throws TaxonomyError when a topic is mapped to nobody or a code stands twice
   */
  async replace(actor: Actor, given: Taxonomy, now: Date): Promise<Taxonomy> {
    const taxonomy = checked({ ...given, version: now.toISOString().slice(0, 23) });
    await this.database.transaction(async (tx) => {
      await this.settings.lockFor(tx, TAXONOMY_SETTING);
      refuseStale(given.version, (await this.reader.taxonomy(tx)).version);
      await this.settings.set(tx, TAXONOMY_SETTING, taxonomy);
      for (const { code, name, shortName } of taxonomy.agencies) {
        await this.agencies.insert(tx, { code, name, shortName });
      }
      await this.audit.append(tx, {
        actor,
        action: 'taxonomy-changed',
        subject: `taxonomy:${taxonomy.code}`,
        data: { version: taxonomy.version },
      });
    });
    return taxonomy;
  }
}

function checked(taxonomy: Taxonomy): Taxonomy {
  try {
    return checkTaxonomy(taxonomy);
  } catch (error) {
    throw new TaxonomyError(error instanceof Error ? error.message : String(error));
  }
}
