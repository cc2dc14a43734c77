import { Module } from '@nestjs/common';
import { VocabularyModule } from '@app/vocabulary';
import { ChangeTaxonomyService } from './change-taxonomy.service.js';
import { ReadTaxonomyService } from './read-taxonomy.service.js';

const SERVICES = [ReadTaxonomyService, ChangeTaxonomyService];

/** Needs TAXONOMY_DEFAULTS from a global module of the application. */
@Module({ imports: [VocabularyModule], providers: SERVICES, exports: SERVICES })
export class TaxonomyModule {}
