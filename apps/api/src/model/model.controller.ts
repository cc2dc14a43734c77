import { Body, Controller, Param, Query } from '@nestjs/common';
import type { Actor } from '@app/accounts';
import {
  idSchema,
  ROUTES,
  type LearningSettings,
  type ModelOverview,
  type ModelQuality,
  type ShadowDifference,
} from '@app/api-contract';
import {
  DecideModelService,
  LearningSettingsService,
  ReadModelService,
  RequestTrainingService,
} from '@app/learning';
import { CurrentActor } from '../http/current-actor.decorator.js';
import { ApiRoute, type BodyOf, type QueryOf } from '../http/route.decorator.js';
import { describeOverview, describeQuality } from './describe-model.js';

/** The model in force, how it does, and what may come after it. */
@Controller()
export class ModelController {
  constructor(
    private readonly reader: ReadModelService,
    private readonly requests: RequestTrainingService,
    private readonly decider: DecideModelService,
    private readonly settings: LearningSettingsService,
  ) {}

  @ApiRoute(ROUTES.getModel)
  async getModel(): Promise<ModelOverview> {
    return describeOverview(await this.reader.overview());
  }

  @ApiRoute(ROUTES.getModelQuality)
  async getModelQuality(@Query() { weeks }: QueryOf<typeof ROUTES.getModelQuality>): Promise<ModelQuality> {
    return describeQuality(await this.reader.qualityOf(weeks));
  }

  @ApiRoute(ROUTES.trainModel)
  async trainModel(@CurrentActor() actor: Actor): Promise<ModelOverview> {
    await this.requests.request(actor);
    return this.getModel();
  }

  @ApiRoute(ROUTES.promoteModel)
  async promoteModel(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: idSchema }) id: string,
  ): Promise<ModelOverview> {
    await this.decider.promote(actor, id);
    return this.getModel();
  }

  @ApiRoute(ROUTES.refuseModel)
  async refuseModel(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: idSchema }) id: string,
  ): Promise<ModelOverview> {
    await this.decider.refuse(actor, id);
    return this.getModel();
  }

  @ApiRoute(ROUTES.restoreModel)
  async restoreModel(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: idSchema }) id: string,
  ): Promise<ModelOverview> {
    await this.decider.restore(actor, id);
    return this.getModel();
  }

  @ApiRoute(ROUTES.listShadowDifferences)
  async listShadowDifferences(@Param('id', { schema: idSchema }) id: string): Promise<ShadowDifference[]> {
    const rows = await this.reader.differences(id);
    return rows.map(({ at, flags, candidateFlags, ...row }) => ({
      ...row,
      at: at.toISOString(),
      flags: [...flags],
      candidateFlags: [...candidateFlags],
    }));
  }

  @ApiRoute(ROUTES.changeLearningSettings)
  async changeLearningSettings(
    @CurrentActor() actor: Actor,
    @Body() change: BodyOf<typeof ROUTES.changeLearningSettings>,
  ): Promise<LearningSettings> {
    return this.settings.change(actor, change);
  }
}
