import { Module } from '@nestjs/common';
import { ConnectionsModule } from '@app/connections';
import { IngestionModule } from '@app/ingestion';
import { ImportFileService } from './import-file.service.js';

@Module({ imports: [ConnectionsModule, IngestionModule], providers: [ImportFileService] })
export class ImportFileModule {}
