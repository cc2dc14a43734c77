import { Module } from '@nestjs/common';
import { CaseworkModule } from '@app/casework';
import { OverviewController } from './overview.controller.js';

@Module({ imports: [CaseworkModule], controllers: [OverviewController] })
export class OverviewModule {}
