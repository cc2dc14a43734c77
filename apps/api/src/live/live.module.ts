import { Module } from '@nestjs/common';
import { HttpModule } from '../http/http.module.js';
import { FollowChangesService } from './follow-changes.service.js';
import { LiveController } from './live.controller.js';

@Module({ imports: [HttpModule], controllers: [LiveController], providers: [FollowChangesService] })
export class LiveModule {}
