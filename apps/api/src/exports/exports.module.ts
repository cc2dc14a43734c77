import { Module } from '@nestjs/common';
import { CaseworkModule } from '@app/casework';
import { TaxonomyModule } from '@app/taxonomy';
import { ExportOverviewController } from './export-overview.controller.js';
import { ExportReportsController } from './export-reports.controller.js';

@Module({
  imports: [CaseworkModule, TaxonomyModule],
  controllers: [ExportOverviewController, ExportReportsController],
})
export class ExportsModule {}
