import { Injectable } from '@nestjs/common';
import { ManageConnectionService } from '@app/connections';
import { ConnectorRegistry, type Connector } from '@app/connector-kit';
import { ConnectionRepository, LedgerRepository } from '@app/database';
import { RecordEventsService } from '@app/ingestion';
import { demoMessages } from './demo-messages.js';

/** Fills an installation with examples, over the path that every message takes. */
@Injectable()
export class SendDemoService {
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
    for (const { channel, message } of demoMessages(now)) {
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

  /** Examples come to a connection of their own that does nothing by itself; to the public form as it is. */
  private async connectionFor({ descriptor, form, example }: Connector): Promise<string> {
    const { code, displayName } = descriptor;
    const name = `${displayName.id} (contoh)`;
    const ofChannel = (await this.connections.all()).filter((row) => row.channel === code);
    const existing = form ? ofChannel[0] : ofChannel.find((row) => row.name === name);
    if (existing) return existing.id;
    return (
      await this.manager.create(code, name, example.settings, {
        status: form ? 'active' : 'paused',
      })
    ).id;
  }
}
