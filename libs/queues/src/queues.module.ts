import { Inject, Module, type DynamicModule, type OnApplicationShutdown } from '@nestjs/common';
import { InspectQueues } from './inspect-queues.js';
import { JobPublisher } from './job-publisher.js';
import { QueueBackend, type QueueSettings } from './queue-backend.js';

/** Gives {@link JobPublisher} and {@link QueueBackend} to the whole application. */
@Module({})
export class QueuesModule implements OnApplicationShutdown {
  constructor(@Inject(QueueBackend) private readonly backend: QueueBackend) {}

  static forRoot(settings: QueueSettings): DynamicModule {
    return {
      module: QueuesModule,
      global: true,
      providers: [
        { provide: QueueBackend, useFactory: () => new QueueBackend(settings) },
        JobPublisher,
        InspectQueues,
      ],
      exports: [QueueBackend, JobPublisher, InspectQueues],
    };
  }

  async onApplicationShutdown(): Promise<void> {
    await this.backend.close();
  }
}
