import { Module } from '@nestjs/common';
import { CaseworkModule } from '@app/casework';
import { RepliesModule } from '@app/replies';
import { IncidentsController } from './incidents.controller.js';

@Module({ imports: [CaseworkModule, RepliesModule], controllers: [IncidentsController] })
export class IncidentsModule {}
