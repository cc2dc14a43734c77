import { Module } from '@nestjs/common';
import { EventSpool, spoolFolder } from '@app/ingestion';
import { ApiConfig } from '../api.config.js';

/** The spool of this installation's data folder. */
@Module({
  providers: [
    {
      provide: EventSpool,
      inject: [ApiConfig],
      useFactory: ({ dataFolder }: ApiConfig) => new EventSpool(spoolFolder(dataFolder)),
    },
  ],
  exports: [EventSpool],
})
export class SpoolModule {}
