import { Injectable } from '@nestjs/common';
import { ManageConnectionService } from '@app/connections';
import { ConnectorRegistry, type Connector } from '@app/connector-kit';
import { ConnectionRepository, LedgerRepository } from '@app/database';
import { RecordEventsService } from '@app/ingestion';
import { sampleMessages } from './sample-messages.js';

/** Fills an installation with examples, over the path that every message takes. */
@Injectable()
export class SendSamplesService {
  constructor(
    private readonly registry: ConnectorRegistry,
    private readonly connections: ConnectionRepository,
    private readonly manager: ManageConnectionService,
    private readonly ledger: LedgerRepository,
    private readonly events: RecordEventsService,
  ) {}

  /** Sent a second time, nothing is doubled. @returns how many messages were new */
  async send(now: Date): Promise<number> {
    const open = new Map<string, string>();
    let sent = 0;
    for (const { channel, message } of sampleMessages(now)) {
      if (!this.registry.has(channel)) continue;
      const connector = this.registry.get(channel);
      const connectionId = open.get(channel) ?? (await this.connectionFor(connector));
      open.set(channel, connectionId);
      const event = connector.example.event(message);
      const { stored } = await this.events.record(connectionId, [event]);
      sent += stored;
    }
    return sent;
  }

  /** Whether everything that was sent has become reports. */
  async isDone(): Promise<boolean> {
    return (await this.ledger.longestWait()) === 0;
  }

  /** A connection of their own, which does nothing by itself: they go together. */
  private async connectionFor({ descriptor, example }: Connector): Promise<string> {
    const { code, displayName } = descriptor;
    const all = await this.connections.all();
    const existing = all.find((row) => row.channel === code && row.isSample);
    if (existing) return existing.id;
    const sample = { status: 'paused', isSample: true } as const;
    return (await this.manager.create(code, `${displayName.id} (contoh)`, example.settings, sample)).id;
  }
}
