import { Module, type DynamicModule } from '@nestjs/common';
import { ConnectionsModule } from '@app/connections';
import { SessionLocks } from '@app/database';
import { IngestionModule } from '@app/ingestion';
import { RepliesModule } from '@app/replies';
import { RuntimeModule, type RuntimeOptions } from '../../runtime/src/runtime.module.js';
import { ConnectionLeases } from './connection-leases.js';
import { PullLoopsService } from './pull-loops.service.js';
import { SweepsService } from './sweeps.service.js';

@Module({})
export class WorkerModule {
  static forRoot(options: RuntimeOptions): DynamicModule {
    return {
      module: WorkerModule,
      imports: [RuntimeModule.forRoot(options), ConnectionsModule, IngestionModule, RepliesModule],
      providers: [
        { provide: SessionLocks, useFactory: () => new SessionLocks(options.databaseUrl) },
        ConnectionLeases,
        PullLoopsService,
        SweepsService,
      ],
    };
  }
}
