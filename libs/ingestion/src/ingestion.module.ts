import { Module } from '@nestjs/common';
import { ClocksModule } from '@app/clocks';
import { RegionMapModule } from '@app/region-map';
import { TaxonomyModule } from '@app/taxonomy';
import { DrainBatchService } from './drain-batch.service.js';
import { DrainLedgerService } from './drain-ledger.service.js';
import { FollowMovesService } from './follow-moves.service.js';
import { LoadBatchStateService } from './load-batch-state.service.js';
import { ReadLanguagesService } from './read-languages.service.js';
import { RecordEventsService } from './record-events.service.js';
import { ReplayEventService } from './replay-event.service.js';
import { RouteReportsService } from './route-reports.service.js';
import { WriteBatchService } from './write-batch.service.js';

/** Needs ConnectorRegistry, REPORT_CLASSIFIERS, CLOCK_DEFAULTS and TAXONOMY_DEFAULTS from a global module of the application. */
@Module({
  imports: [ClocksModule, RegionMapModule, TaxonomyModule],
  providers: [
    RecordEventsService,
    ReadLanguagesService,
    ReplayEventService,
    RouteReportsService,
    DrainLedgerService,
    DrainBatchService,
    FollowMovesService,
    LoadBatchStateService,
    WriteBatchService,
  ],
  exports: [RecordEventsService, ReadLanguagesService, ReplayEventService, DrainLedgerService],
})
export class IngestionModule {}
