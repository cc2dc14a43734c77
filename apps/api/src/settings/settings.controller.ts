import { Body, Controller } from '@nestjs/common';
import { ChangeSettingsService, ReadSettingsService, type Actor } from '@app/accounts';
import { ROUTES, type SystemSettings } from '@app/api-contract';
import { CurrentActor } from '../http/current-actor.decorator.js';
import { ApiRoute, type BodyOf } from '../http/route.decorator.js';

@Controller()
export class SettingsController {
  constructor(
    private readonly reader: ReadSettingsService,
    private readonly changer: ChangeSettingsService,
  ) {}

  @ApiRoute(ROUTES.getSettings)
  async getSettings(): Promise<SystemSettings> {
    return this.reader.read();
  }

  @ApiRoute(ROUTES.changeSettings)
  async changeSettings(
    @CurrentActor() actor: Actor,
    @Body() change: BodyOf<typeof ROUTES.changeSettings>,
  ): Promise<SystemSettings> {
    return this.changer.change(actor, change);
  }
}
