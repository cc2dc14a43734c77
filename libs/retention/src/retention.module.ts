import { Module } from '@nestjs/common';
import { ClocksModule } from '@app/clocks';
import { BatchEraser } from './batch-eraser.js';
import { EraseContactService } from './erase-contact.service.js';
import { EraseDueService } from './erase-due.service.js';
import { EraseEventsService } from './erase-events.service.js';
import { ErasePeopleService } from './erase-people.service.js';
import { KeepErasuresService } from './keep-erasures.service.js';
import { PreviewRetentionService } from './preview-retention.service.js';
import { RequestRetentionService } from './request-retention.service.js';
import { RetentionSettingsService } from './retention-settings.service.js';
import { RunRetentionService } from './run-retention.service.js';

const SERVICES = [
  EraseContactService,
  KeepErasuresService,
  PreviewRetentionService,
  RequestRetentionService,
  RetentionSettingsService,
  RunRetentionService,
];

/** How long what is kept, and what goes when its time is over. Needs ErasureFile from a global module of the application. */
@Module({
  imports: [ClocksModule],
  providers: [...SERVICES, BatchEraser, EraseDueService, EraseEventsService, ErasePeopleService],
  exports: SERVICES,
})
export class RetentionModule {}
