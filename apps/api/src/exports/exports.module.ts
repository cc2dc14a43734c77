import { Module } from '@nestjs/common';
import { AccountsModule } from '@app/accounts';
import { CaseworkModule } from '@app/casework';
import { TaxonomyModule } from '@app/taxonomy';
import { ExportOverviewController } from './export-overview.controller.js';
import { ExportReportsController } from './export-reports.controller.js';

@Module({
  imports: [AccountsModule, CaseworkModule, TaxonomyModule],
  controllers: [ExportOverviewController, ExportReportsController],
})
export class ExportsModule {}
