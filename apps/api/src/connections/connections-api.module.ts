import { Module } from '@nestjs/common';
import { ConnectionsModule } from '@app/connections';
import { IngestionModule } from '@app/ingestion';
import { ConnectionsController } from './connections.controller.js';
import { NoticesController } from './notices.controller.js';
import { DescribeConnectionService } from './describe-connection.service.js';

@Module({
  imports: [ConnectionsModule, IngestionModule],
  controllers: [ConnectionsController, NoticesController],
  providers: [DescribeConnectionService],
})
export class ConnectionsApiModule {}
