import { Module } from '@nestjs/common';
import { ChangeTaxonomyService } from './change-taxonomy.service.js';
import { ReadTaxonomyService } from './read-taxonomy.service.js';

const SERVICES = [ReadTaxonomyService, ChangeTaxonomyService];

/** Needs TAXONOMY_DEFAULTS from a global module of the application. */
@Module({ providers: SERVICES, exports: SERVICES })
export class TaxonomyModule {}
