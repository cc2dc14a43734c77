import { Module } from '@nestjs/common';
import { CaseworkModule } from '@app/casework';
import { RepliesModule } from '@app/replies';
import { ReportsController } from './reports.controller.js';

@Module({ imports: [CaseworkModule, RepliesModule], controllers: [ReportsController] })
export class ReportsModule {}
