import { Controller, Param, Query } from '@nestjs/common';
import type { Actor } from '@app/accounts';
import { ROUTES, type SystemHealth } from '@app/api-contract';
import { AuditRepository, Database, QuarantineRepository } from '@app/database';
import { InspectQueues, QUEUE_NAMES } from '@app/queues';
import { z } from 'zod';
import { CurrentActor } from '../http/current-actor.decorator.js';
import { ApiRoute, type AnswerOf, type QueryOf } from '../http/route.decorator.js';
import { describeSetAside } from '../connections/describe-set-aside.js';
import { ReadSystemHealthService } from './read-system-health.service.js';

const queueNameSchema = z.enum(QUEUE_NAMES);

/** Whether everything runs, for admins. */
@Controller()
export class SystemHealthController {
  constructor(
    private readonly reader: ReadSystemHealthService,
    private readonly queues: InspectQueues,
    private readonly quarantine: QuarantineRepository,
    private readonly audit: AuditRepository,
    private readonly database: Database,
  ) {}

  @ApiRoute(ROUTES.getSystemHealth)
  async getSystemHealth(): Promise<SystemHealth> {
    return this.reader.read();
  }

  @ApiRoute(ROUTES.retryFailedJobs)
  async retryFailedJobs(
    @CurrentActor() actor: Actor,
    @Param('name', { schema: queueNameSchema }) name: z.infer<typeof queueNameSchema>,
  ): Promise<{ retried: number }> {
    const retried = await this.queues.retryFailed(name);
    await this.audit.append(this.database, {
      actor,
      action: 'jobs-retried',
      subject: `queue:${name}`,
      data: { retried },
    });
    return { retried };
  }

  @ApiRoute(ROUTES.listAllQuarantine)
  async listAllQuarantine(
    @Query() { cursor, limit }: QueryOf<typeof ROUTES.listAllQuarantine>,
  ): Promise<AnswerOf<typeof ROUTES.listAllQuarantine>> {
    const rows = await this.quarantine.everywhere(cursor ?? null, limit + 1);
    const page = rows.slice(0, limit);
    return {
      items: page.map(describeSetAside),
      nextCursor: rows.length > limit ? (page.at(-1)?.id ?? null) : null,
    };
  }
}
