import { Module, type DynamicModule } from '@nestjs/common';
import { CaseworkModule } from '@app/casework';
import { ClocksModule } from '@app/clocks';
import { ConnectionsModule } from '@app/connections';
import { RunningProcessRepository, SessionLocks } from '@app/database';
import { IngestionModule } from '@app/ingestion';
import { LearningModule } from '@app/learning';
import { MediaModule } from '@app/media';
import { OutgoingWebhooksModule } from '@app/outgoing-webhooks';
import { RepliesModule } from '@app/replies';
import { RetentionModule } from '@app/retention';
import { ProcessBeat } from '../../runtime/src/process-beat.js';
import { RuntimeModule, type RuntimeOptions } from '../../runtime/src/runtime.module.js';
import { ConnectionLeases } from './connection-leases.js';
import { FetchDetailsService } from './fetch-details.service.js';
import { FillGapsService } from './fill-gaps.service.js';
import { HoldSessionService } from './hold-session.service.js';
import { LearnService } from './learn.service.js';
import { PullLoopsService } from './pull-loops.service.js';
import { SessionFolders } from './session-folders.js';
import { SessionHostsService } from './session-hosts.service.js';
import { TellProgramsService } from './tell-programs.service.js';
import { SWEEP_PACE, SweepsService, type SweepPace } from './sweeps.service.js';

export interface WorkerOptions extends RuntimeOptions {
  /** Port of the page for supervisors; without it a free one. */
  readonly healthPort?: number;
  /** Looks every 5 seconds and checks health every 30 without it. */
  readonly sweepPace?: Partial<SweepPace>;
}

@Module({})
export class WorkerModule {
  static forRoot(options: WorkerOptions): DynamicModule {
    return {
      module: WorkerModule,
      imports: [
        RuntimeModule.forRoot(options),
        CaseworkModule,
        ClocksModule,
        ConnectionsModule,
        IngestionModule,
        LearningModule,
        MediaModule,
        OutgoingWebhooksModule,
        RepliesModule,
        RetentionModule,
      ],
      providers: [
        { provide: SessionLocks, useFactory: () => new SessionLocks(options.databaseUrl) },
        ConnectionLeases,
        { provide: SessionFolders, useFactory: () => new SessionFolders(options.dataFolder) },
        {
          provide: ProcessBeat,
          inject: [RunningProcessRepository],
          useFactory: (processes: RunningProcessRepository) => new ProcessBeat(processes, 'worker'),
        },
        FetchDetailsService,
        FillGapsService,
        PullLoopsService,
        HoldSessionService,
        SessionHostsService,
        TellProgramsService,
        LearnService,
        { provide: SWEEP_PACE, useValue: { lookMs: 5_000, healthMs: 30_000, ...options.sweepPace } },
        SweepsService,
      ],
    };
  }
}
