import { Body, Controller, Param } from '@nestjs/common';
import type { Actor } from '@app/accounts';
import { idSchema, ROUTES, type ReportDetail } from '@app/api-contract';
import { HoldLegallyService } from '@app/casework';
import { CurrentActor } from '../http/current-actor.decorator.js';
import { ApiRoute, type BodyOf } from '../http/route.decorator.js';
import { ShowReportDetailService } from '../reports/show-report-detail.service.js';

/** What is kept from being erased. */
@Controller()
export class LegalHoldsController {
  constructor(
    private readonly holds: HoldLegallyService,
    private readonly details: ShowReportDetailService,
  ) {}

  @ApiRoute(ROUTES.placeLegalHold)
  async placeLegalHold(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: idSchema }) id: string,
    @Body() hold: BodyOf<typeof ROUTES.placeLegalHold>,
  ): Promise<ReportDetail> {
    await this.holds.place(actor, id, hold);
    return this.details.show(actor, id);
  }

  @ApiRoute(ROUTES.releaseLegalHold)
  async releaseLegalHold(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: idSchema }) id: string,
    @Body() { reason }: BodyOf<typeof ROUTES.releaseLegalHold>,
  ): Promise<void> {
    await this.holds.release(actor, id, reason);
  }
}
