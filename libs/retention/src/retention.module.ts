import { Module } from '@nestjs/common';
import { ClocksModule } from '@app/clocks';
import { EraseContactService } from './erase-contact.service.js';
import { EraseDueService } from './erase-due.service.js';
import { PreviewRetentionService } from './preview-retention.service.js';
import { RequestRetentionService } from './request-retention.service.js';
import { RetentionSettingsService } from './retention-settings.service.js';
import { RunRetentionService } from './run-retention.service.js';

const SERVICES = [
  EraseContactService,
  PreviewRetentionService,
  RequestRetentionService,
  RetentionSettingsService,
  RunRetentionService,
];

/** How long what is kept, and what goes when its time is over. */
@Module({ imports: [ClocksModule], providers: [...SERVICES, EraseDueService], exports: SERVICES })
export class RetentionModule {}
