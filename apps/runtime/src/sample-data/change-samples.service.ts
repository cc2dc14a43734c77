import { Injectable } from '@nestjs/common';
import type { Actor } from '@app/accounts';
import { AuditRepository, ChangeFeedRepository, Database, SampleDataRepository } from '@app/database';
import { SendSamplesService } from './send-samples.service.js';

/** Made-up messages to look around with, put in and taken out by an admin. */
@Injectable()
export class ChangeSamplesService {
  constructor(
    private readonly database: Database,
    private readonly samples: SampleDataRepository,
    private readonly sender: SendSamplesService,
    private readonly audit: AuditRepository,
    private readonly changeFeed: ChangeFeedRepository,
  ) {}

  /**
   * Twice is once, also at the same time. The transaction is there for the lock and the audit entry: messages are
   * stored beside it, over the path that every message takes.
   * @returns how many messages were new
   */
  async add(actor: Actor): Promise<number> {
    return this.database.transaction(async (tx) => {
      if (!(await this.samples.tryLock(tx))) return 0;
      const messages = await this.sender.send(new Date());
      const entry = { actor, action: 'sample-data-added', subject: 'sample-data:all', data: { messages } };
      await this.audit.append(tx, entry);
      return messages;
    });
  }

  /** @returns how many reports went */
  async remove(actor: Actor): Promise<number> {
    return this.database.transaction(async (tx) => {
      const { connectionIds, reportIds } = await this.samples.remove(tx);
      const data = { connections: connectionIds.length, reports: reportIds.length };
      await this.audit.append(tx, { actor, action: 'sample-data-removed', subject: 'sample-data:all', data });
      await this.changeFeed.append(tx, [
        ...reportIds.map((entityId) => ({ topic: 'report' as const, entityId, kind: 'removed' })),
        ...connectionIds.map((entityId) => ({ topic: 'connection' as const, entityId, kind: 'removed' })),
      ]);
      return reportIds.length;
    });
  }
}
