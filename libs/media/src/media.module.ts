import { Module } from '@nestjs/common';
import { ConnectionsModule } from '@app/connections';
import { FetchAttachmentService } from './fetch-attachment.service.js';
import { ReadAttachmentService } from './read-attachment.service.js';
import { RetryAttachmentService } from './retry-attachment.service.js';
import { StoreFileService } from './store-file.service.js';
import { SweepMediaService } from './sweep-media.service.js';

const SERVICES = [
  FetchAttachmentService,
  ReadAttachmentService,
  RetryAttachmentService,
  StoreFileService,
  SweepMediaService,
];

/** Needs MediaFolder from a global module of the application. */
@Module({ imports: [ConnectionsModule], providers: SERVICES, exports: SERVICES })
export class MediaModule {}
