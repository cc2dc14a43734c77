import { Controller, Query } from '@nestjs/common';
import type { Actor } from '@app/accounts';
import { BACKLOG_DAYS, ROUTES, type DecisionQualityView, type Overview } from '@app/api-contract';
import { ReadDecisionQualityService, ReadOverviewService } from '@app/casework';
import { CurrentActor } from '../http/current-actor.decorator.js';
import { ApiRoute, type QueryOf } from '../http/route.decorator.js';

@Controller()
export class OverviewController {
  constructor(
    private readonly reader: ReadOverviewService,
    private readonly quality: ReadDecisionQualityService,
  ) {}

  @ApiRoute(ROUTES.getDecisionQuality)
  async getDecisionQuality(
    @CurrentActor() actor: Actor,
    @Query() query: QueryOf<typeof ROUTES.getDecisionQuality>,
  ): Promise<DecisionQualityView> {
    return this.quality.read(actor, query);
  }

  @ApiRoute(ROUTES.getOverview)
  async getOverview(
    @CurrentActor() actor: Actor,
    @Query() query: QueryOf<typeof ROUTES.getOverview>,
  ): Promise<Overview> {
    return this.reader.read(actor, { ...query, backlogDays: BACKLOG_DAYS });
  }
}
