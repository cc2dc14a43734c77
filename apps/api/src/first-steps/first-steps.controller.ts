import { Body, Controller } from '@nestjs/common';
import type { Actor } from '@app/accounts';
import { ROUTES, type FirstSteps } from '@app/api-contract';
import { ConnectorRegistry } from '@app/connector-kit';
import { AuditRepository, Database, FirstStepsRepository, SettingRepository } from '@app/database';
import { ChangeSamplesService } from '../../../runtime/src/sample-data/change-samples.service.js';
import { CurrentActor } from '../http/current-actor.decorator.js';
import { ApiRoute, type BodyOf } from '../http/route.decorator.js';

const HIDDEN = 'firstStepsHidden';

/** The way of a new installation from its first connection to its first answer. */
@Controller()
export class FirstStepsController {
  constructor(
    private readonly database: Database,
    private readonly steps: FirstStepsRepository,
    private readonly settings: SettingRepository,
    private readonly audit: AuditRepository,
    private readonly registry: ConnectorRegistry,
    private readonly samples: ChangeSamplesService,
  ) {}

  @ApiRoute(ROUTES.getFirstSteps)
  async getFirstSteps(): Promise<FirstSteps> {
    const own = this.registry.all().filter(({ form }) => form !== undefined);
    const [row, { [HIDDEN]: hidden }] = await Promise.all([
      this.steps.read(own.map(({ descriptor }) => descriptor.code)),
      this.settings.some([HIDDEN]),
    ]);
    return { ...row, isHidden: hidden === true };
  }

  @ApiRoute(ROUTES.hideFirstSteps)
  async hideFirstSteps(
    @CurrentActor() actor: Actor,
    @Body() { isHidden }: BodyOf<typeof ROUTES.hideFirstSteps>,
  ): Promise<FirstSteps> {
    await this.database.transaction(async (tx) => {
      await this.settings.set(tx, HIDDEN, isHidden);
      const action = isHidden ? 'first-steps-hidden' : 'first-steps-shown';
      await this.audit.append(tx, { actor, action, subject: `setting:${HIDDEN}` });
    });
    return this.getFirstSteps();
  }

  @ApiRoute(ROUTES.addSampleData)
  async addSampleData(@CurrentActor() actor: Actor): Promise<{ messages: number }> {
    return { messages: await this.samples.add(actor) };
  }

  @ApiRoute(ROUTES.removeSampleData)
  async removeSampleData(@CurrentActor() actor: Actor): Promise<{ reports: number }> {
    return { reports: await this.samples.remove(actor) };
  }
}
