import { Body, Controller, Param, Query } from '@nestjs/common';
import type { Actor } from '@app/accounts';
import { correctionIdSchema, ROUTES, type Correction } from '@app/api-contract';
import { ReviewCorrectionsService } from '@app/learning';
import { CurrentActor } from '../http/current-actor.decorator.js';
import { ApiRoute, type BodyOf, type QueryOf } from '../http/route.decorator.js';
import { describeCorrection } from './describe-model.js';

/** What people decided on class and flags, and what of it is learnt. */
@Controller()
export class CorrectionsController {
  constructor(private readonly corrections: ReviewCorrectionsService) {}

  @ApiRoute(ROUTES.listCorrections)
  async listCorrections(
    @Query() { cursor, limit }: QueryOf<typeof ROUTES.listCorrections>,
  ): Promise<{ items: Correction[]; nextCursor: string | null }> {
    const rows = await this.corrections.list(cursor ?? null, limit + 1);
    const shown = rows.slice(0, limit);
    return {
      items: shown.map(describeCorrection),
      nextCursor: rows.length > limit ? (shown.at(-1)?.id ?? null) : null,
    };
  }

  @ApiRoute(ROUTES.reviewCorrection)
  async reviewCorrection(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: correctionIdSchema }) id: string,
    @Body() { isLeftOut }: BodyOf<typeof ROUTES.reviewCorrection>,
  ): Promise<Correction> {
    return describeCorrection(await this.corrections.leaveOut(actor, id, isLeftOut));
  }
}
