import { Module } from '@nestjs/common';
import { RunningProcessRepository } from '@app/database';
import { ProcessBeat } from '../../../runtime/src/process-beat.js';
import { SpoolModule } from '../webhooks/spool.module.js';
import { MeasureStorageService } from './measure-storage.service.js';
import { ReadSystemHealthService } from './read-system-health.service.js';
import { SystemHealthController } from './system-health.controller.js';
import { TellAliveService } from './tell-alive.service.js';

@Module({
  imports: [SpoolModule],
  controllers: [SystemHealthController],
  providers: [
    {
      provide: ProcessBeat,
      inject: [RunningProcessRepository],
      useFactory: (processes: RunningProcessRepository) => new ProcessBeat(processes, 'api'),
    },
    MeasureStorageService,
    ReadSystemHealthService,
    TellAliveService,
  ],
})
export class SystemHealthModule {}
