import { Module } from '@nestjs/common';
import { TaxonomyModule } from '@app/taxonomy';
import { TaxonomyController } from './taxonomy.controller.js';

@Module({ imports: [TaxonomyModule], controllers: [TaxonomyController] })
export class TaxonomyApiModule {}
