import { Injectable } from '@nestjs/common';
import {
  ChangeFeedRepository,
  ConnectionRepository,
  Database,
  GapRepository,
  newId,
  NoticeRepository,
  type ConnectionRow,
} from '@app/database';
import { ConnectorRegistry, type Connector, type ConnectorHealth } from '@app/connector-kit';
import type { DeletionRule } from '@app/report-model';
import {
  completeSettings,
  parseSettings,
  SettingsError,
  splitSettings,
  type Settings,
} from './connection-settings.js';
import { OpenConnectionService } from './open-connection.service.js';

export interface ConnectionChange {
  readonly name?: string | undefined;
  readonly status?: 'active' | 'paused' | undefined;
  /** Only what changes; an empty secret stays as it is. */
  readonly settings?: Settings | undefined;
  /** Null: as the installation has it. */
  readonly deletionRule?: DeletionRule | null | undefined;
}

/** Creates and changes connections. */
@Injectable()
export class ManageConnectionService {
  constructor(
    private readonly database: Database,
    private readonly connections: ConnectionRepository,
    private readonly registry: ConnectorRegistry,
    private readonly opener: OpenConnectionService,
    private readonly notices: NoticeRepository,
    private readonly gaps: GapRepository,
    private readonly changeFeed: ChangeFeedRepository,
  ) {}

  /** @throws SettingsError */
  async create(
    channel: string,
    name: string,
    given: Settings,
    {
      status = 'active',
      deletionRule = null,
      isSample = false,
    }: Pick<ConnectionChange, 'status' | 'deletionRule'> & { readonly isSample?: boolean } = {},
  ): Promise<ConnectionRow> {
    const connector = this.installed(channel);
    const settings = completeSettings(connector, given);
    parseSettings(connector, settings);
    const id = newId();
    const { open, secret } = splitSettings(connector, settings);
    await this.database.transaction(async (tx) => {
      await this.connections.insert(tx, {
        id,
        channel,
        name,
        status,
        settings: open,
        secrets: this.opener.seal(id, secret),
        deletionRule,
        isSample,
      });
      await this.changeFeed.append(tx, [{ topic: 'connection', entityId: id, kind: 'created' }]);
    });
    return this.required(id);
  }

  /** @throws SettingsError */
  async change(id: string, change: ConnectionChange): Promise<ConnectionRow> {
    const row = await this.required(id);
    // What comes through it would go with the made-up messages.
    if (row.isSample && change.status === 'active') {
      const message = 'This connection holds sample data only. Add a new connection for real messages.';
      throw new SettingsError([{ field: 'status', message }]);
    }
    const connector = this.registry.get(row.channel);
    const settings = completeSettings(connector, this.merged(row, change.settings ?? {}));
    parseSettings(connector, settings);
    const { open, secret } = splitSettings(connector, settings);
    await this.database.transaction(async (tx) => {
      await this.connections.update(tx, {
        id,
        name: change.name ?? row.name,
        status: change.status ?? row.status,
        settings: open,
        secrets: this.opener.seal(id, secret),
        deletionRule: change.deletionRule === undefined ? row.deletionRule : change.deletionRule,
      });
      if (change.status === 'paused') await this.gaps.noteAbsence(tx, id, 'paused', null);
      // What is wrong after the change is told anew.
      await this.notices.resolve(tx, id, 'connection-down');
      await this.notices.resolve(tx, id, 'connection-quiet');
      await this.changeFeed.append(tx, [{ topic: 'connection', entityId: id, kind: 'changed' }]);
    });
    return this.required(id);
  }

  /** Asks the platform about settings that are not saved; secrets left empty come from the saved connection. */
  async test(channel: string, connectionId: string | undefined, given: Settings): Promise<ConnectorHealth> {
    const connector = this.installed(channel);
    const row = connectionId ? await this.required(connectionId) : null;
    const settings = completeSettings(connector, row ? this.merged(row, given) : given);
    const context = this.opener.contextFor(
      row?.id ?? null,
      parseSettings(connector, settings),
      AbortSignal.timeout(20_000),
    );
    return connector.health(context);
  }

  private installed(channel: string): Connector {
    if (this.registry.has(channel)) return this.registry.get(channel);
    throw new SettingsError([{ field: 'channel', message: 'This channel is not installed' }]);
  }

  private merged(row: ConnectionRow, given: Settings): Settings {
    const filled = Object.entries(given).filter(([, value]) => value !== '' && value !== null);
    return { ...row.settings, ...this.opener.secretsOf(row), ...Object.fromEntries(filled) };
  }

  private async required(id: string): Promise<ConnectionRow> {
    const row = await this.connections.byId(id);
    if (!row) throw new ConnectionNotFoundError(id);
    return row;
  }
}

export class ConnectionNotFoundError extends Error {
  readonly code = 'not-found';

  constructor(id: string) {
    super(`No connection ${id}`);
  }
}
