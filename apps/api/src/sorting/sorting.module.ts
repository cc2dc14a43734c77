import { Module } from '@nestjs/common';
import { CaseworkModule } from '@app/casework';
import { ReportsModule } from '../reports/reports.module.js';
import { BulkController } from './bulk.controller.js';
import { SortingController } from './sorting.controller.js';

@Module({ imports: [CaseworkModule, ReportsModule], controllers: [BulkController, SortingController] })
export class SortingModule {}
