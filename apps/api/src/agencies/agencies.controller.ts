import { Body, Controller, Param } from '@nestjs/common';
import { ChangeAgencyService, CreateAgencyService, type Actor } from '@app/accounts';
import { idSchema, ROUTES, type Agency } from '@app/api-contract';
import { AgencyRepository } from '@app/database';
import { CurrentActor } from '../http/current-actor.decorator.js';
import { ApiRoute, type BodyOf } from '../http/route.decorator.js';

@Controller()
export class AgenciesController {
  constructor(
    private readonly agencies: AgencyRepository,
    private readonly creator: CreateAgencyService,
    private readonly changer: ChangeAgencyService,
  ) {}

  @ApiRoute(ROUTES.listAgencies)
  async listAgencies(): Promise<Agency[]> {
    return this.agencies.list();
  }

  @ApiRoute(ROUTES.createAgency)
  async createAgency(
    @CurrentActor() actor: Actor,
    @Body() agency: BodyOf<typeof ROUTES.createAgency>,
  ): Promise<Agency> {
    return this.creator.create(actor, agency);
  }

  @ApiRoute(ROUTES.changeAgency)
  async changeAgency(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: idSchema }) id: string,
    @Body() change: BodyOf<typeof ROUTES.changeAgency>,
  ): Promise<Agency> {
    return this.changer.change(actor, id, change);
  }
}
