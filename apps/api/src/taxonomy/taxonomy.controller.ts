import { Body, Controller } from '@nestjs/common';
import type { Actor } from '@app/accounts';
import { ROUTES, type Taxonomy } from '@app/api-contract';
import { ChangeTaxonomyService, ReadTaxonomyService } from '@app/taxonomy';
import { CurrentActor } from '../http/current-actor.decorator.js';
import { ApiRoute, type BodyOf } from '../http/route.decorator.js';

@Controller()
export class TaxonomyController {
  constructor(
    private readonly reader: ReadTaxonomyService,
    private readonly changer: ChangeTaxonomyService,
  ) {}

  @ApiRoute(ROUTES.getTaxonomy)
  async getTaxonomy(): Promise<Taxonomy> {
    return this.reader.taxonomy();
  }

  @ApiRoute(ROUTES.listTaxonomySets)
  listTaxonomySets(): Taxonomy[] {
    return [...this.reader.sets];
  }

  @ApiRoute(ROUTES.replaceTaxonomy)
  async replaceTaxonomy(
    @CurrentActor() actor: Actor,
    @Body() taxonomy: BodyOf<typeof ROUTES.replaceTaxonomy>,
  ): Promise<Taxonomy> {
    return this.changer.replace(actor, taxonomy, new Date());
  }
}
