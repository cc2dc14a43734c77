import { Inject, Injectable } from '@nestjs/common';
import {
  ConnectionRepository,
  RateLimitRepository,
  UsageRepository,
  type ConnectionRow,
} from '@app/database';
import {
  ConnectorRegistry,
  resolveHost,
  SafeHttpClient,
  type Connector,
  type ConnectorContext,
} from '@app/connector-kit';
import { parseSettings, SettingsError, type Settings } from './connection-settings.js';
import { OpenSessions } from './open-sessions.js';
import { NO_RATE_LIMITS, StoredRateLimits } from './stored-rate-limits.js';
import { ALLOWS_PRIVATE_ADDRESSES, SECRET_SEALER, type SecretSealer } from './sealing.js';

/** A connection ready to be used: its connector and what the connector may touch. */
export interface OpenConnection {
  readonly row: ConnectionRow;
  readonly connector: Connector;
  readonly context: ConnectorContext<unknown>;
}

/** Opens stored connections: unseals secrets, checks the settings, builds the connector's context. */
@Injectable()
export class OpenConnectionService {
  private readonly http: SafeHttpClient;

  constructor(
    private readonly connections: ConnectionRepository,
    private readonly registry: ConnectorRegistry,
    private readonly sessions: OpenSessions,
    private readonly rateLimits: RateLimitRepository,
    private readonly usage: UsageRepository,
    @Inject(SECRET_SEALER) private readonly sealer: SecretSealer,
    @Inject(ALLOWS_PRIVATE_ADDRESSES) private readonly allowsPrivateAddresses: boolean,
  ) {
    this.http = new SafeHttpClient({ allowPrivateAddresses: allowsPrivateAddresses });
  }

  /** @returns null when there is no such connection or its channel is not installed */
  async byId(id: string, signal: AbortSignal = NEVER): Promise<OpenConnection | null> {
    const row = await this.connections.byId(id);
    return row && this.registry.has(row.channel) ? this.open(row, signal) : null;
  }

  /** @throws SettingsError when the stored settings no longer fit the connector */
  open(row: ConnectionRow, signal: AbortSignal = NEVER): OpenConnection {
    const connector = this.registry.get(row.channel);
    const secrets = this.unsealed(row);
    if (secrets === null) throw new SettingsError([OTHER_KEY]);
    const settings = parseSettings(connector, { ...row.settings, ...secrets });
    return { row, connector, context: this.contextFor(row.id, settings, signal) };
  }

  /** A context for settings that are not stored (yet). */
  contextFor(
    connectionId: string | null,
    settings: Settings,
    signal: AbortSignal = NEVER,
  ): ConnectorContext<unknown> {
    const { usage, allowsPrivateAddresses } = this;
    return {
      settings,
      http: this.http,
      allowsPrivateAddresses,
      session: this.sessions.of(connectionId),
      resolveHost: (hostname) => resolveHost(hostname, allowsPrivateAddresses),
      signal,
      now: () => new Date(),
      renewSecrets: (renew) => this.renewSecrets(connectionId, settings, renew),
      limits: connectionId ? new StoredRateLimits(this.rateLimits, connectionId) : NO_RATE_LIMITS,
      usage: {
        add: async (item, quantity, costRupiah) => {
          if (connectionId) await usage.add(connectionId, item, quantity, costRupiah);
        },
        spentRupiah: (since) => (connectionId ? usage.spentRupiah(connectionId, since) : Promise.resolve(0)),
      },
    };
  }

  /** The lock is of the connection's secrets alone: whoever stores events does not wait for the platform. */
  private async renewSecrets(
    connectionId: string | null,
    given: Settings,
    renew: (current: Settings) => Promise<Partial<Settings>>,
  ): Promise<void> {
    if (!connectionId) return void (await renew(given));
    await this.connections.changeSecrets(connectionId, async (row) => {
      const secrets = this.unsealed(row);
      if (secrets === null) throw new SettingsError([OTHER_KEY]);
      const connector = this.registry.get(row.channel);
      const current = parseSettings(connector, { ...row.settings, ...secrets });
      const changed = await renew(current);
      if (Object.keys(changed).length === 0) return null;
      return this.seal(connectionId, { ...secrets, ...changed });
    });
  }

  /** What is stored and can be opened; nothing when the key has changed, so that an admin can enter it again. */
  secretsOf(row: Pick<ConnectionRow, 'id' | 'secrets'>): Settings {
    return this.unsealed(row) ?? {};
  }

  seal(connectionId: string, secrets: Settings): Buffer | null {
    if (Object.keys(secrets).length === 0) return null;
    return this.sealer.seal(Buffer.from(JSON.stringify(secrets)), connectionId);
  }

  private unsealed(row: Pick<ConnectionRow, 'id' | 'secrets'>): Settings | null {
    if (!row.secrets) return {};
    try {
      return JSON.parse(this.sealer.open(row.secrets, row.id).toString('utf8')) as Settings;
    } catch {
      return null;
    }
  }
}

const OTHER_KEY = {
  field: 'settings',
  message:
    'The stored secrets were sealed with another key: enter them again, or bring back the former WADAH_SECRET_KEY',
};
const NEVER = new AbortController().signal;
