import { Injectable } from '@nestjs/common';
import { ActivityRepository, ChangeFeedRepository, Database, NoticeRepository } from '@app/database';
import { ConnectorRegistry } from '@app/connector-kit';

/** Silence is an event: flags connections that are quiet for longer than is usual for them, and tells admins. */
@Injectable()
export class WatchSilenceService {
  constructor(
    private readonly database: Database,
    private readonly registry: ConnectorRegistry,
    private readonly activity: ActivityRepository,
    private readonly notices: NoticeRepository,
    private readonly changeFeed: ChangeFeedRepository,
  ) {}

  async watch(): Promise<void> {
    // What is imported by hand comes when somebody imports it.
    const channels = this.registry.all().filter(({ descriptor }) => !descriptor.isHiddenFromAdmins);
    await this.database.transaction(async (tx) => {
      const silences = await this.activity.flagSilence(
        tx,
        channels.map(({ descriptor }) => descriptor.code),
      );
      const changed = silences.filter((silence) => silence.changed);
      for (const { connectionId, isQuiet } of changed) {
        if (isQuiet) await this.notices.raise(tx, connectionId, 'connection-quiet', {});
        else await this.notices.resolve(tx, connectionId, 'connection-quiet');
      }
      await this.changeFeed.append(
        tx,
        changed.map(({ connectionId, isQuiet }) => ({
          topic: 'connection',
          entityId: connectionId,
          kind: isQuiet ? 'quiet' : 'speaking',
        })),
      );
    });
  }
}
