import { Body, Controller, Param } from '@nestjs/common';
import type { Actor } from '@app/accounts';
import { idSchema, ROUTES, type Presence } from '@app/api-contract';
import { CurrentActor } from '../http/current-actor.decorator.js';
import { ApiRoute, type BodyOf } from '../http/route.decorator.js';
import { FollowPresenceService } from './follow-presence.service.js';

@Controller()
export class PresenceController {
  constructor(private readonly presence: FollowPresenceService) {}

  @ApiRoute(ROUTES.signPresence)
  async signPresence(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: idSchema }) id: string,
    @Body() { activity }: BodyOf<typeof ROUTES.signPresence>,
  ): Promise<Presence> {
    return this.presence.sign(actor, id, activity);
  }
}
