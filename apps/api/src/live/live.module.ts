import { Module } from '@nestjs/common';
import { HttpModule } from '../http/http.module.js';
import { FollowChangesService } from './follow-changes.service.js';
import { FollowPresenceService } from './follow-presence.service.js';
import { LiveController } from './live.controller.js';
import { PresenceController } from './presence.controller.js';

@Module({
  imports: [HttpModule],
  controllers: [LiveController, PresenceController],
  providers: [FollowChangesService, FollowPresenceService],
})
export class LiveModule {}
