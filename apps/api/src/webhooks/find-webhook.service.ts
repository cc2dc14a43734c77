import { Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { OpenConnectionService, type OpenConnection } from '@app/connections';
import { ConnectorRegistry, type ConnectorContext, type WebhookSource } from '@app/connector-kit';
import { ConnectionRepository } from '@app/database';
import { withinTime } from './time-limit.js';

/** Where a connection's deliveries go. */
export interface OpenWebhook {
  readonly webhook: WebhookSource<unknown>;
  readonly context: ConnectorContext<unknown>;
}

/** A flood comes over few connections; a change to one (pause, new secret) takes effect after this time at the latest. */
const KEPT_MS = 1_000;
/** As long as a delivery that comes once can wait for the database. */
const PATIENCE_MS = 5_000;
const LEARN_PAUSE_MS = 10_000;

/** Opens connections for deliveries, not anew for each of thousands. */
@Injectable()
export class FindWebhookService implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly kept = new Map<
    string,
    { readonly until: number; readonly found: Promise<OpenWebhook | null> }
  >();
  /** Those that deliver once, as they were last seen: they must be known while the database is away. */
  private readonly onceOnly = new Map<string, OpenWebhook>();
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly opener: OpenConnectionService,
    private readonly connections: ConnectionRepository,
    private readonly registry: ConnectorRegistry,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.learn();
    this.timer = setInterval(() => void this.learn(), LEARN_PAUSE_MS);
  }

  onApplicationShutdown(): void {
    clearInterval(this.timer);
  }

  /** @returns null when no active connection of this id receives webhooks */
  find(id: string): Promise<OpenWebhook | null> {
    const now = Date.now();
    const kept = this.kept.get(id);
    if (kept && kept.until > now) return kept.found;
    const found = this.open(id);
    this.kept.set(id, { until: now + KEPT_MS, found });
    // Strangers may ask for any id, and a failure must not be kept.
    const forget = (): boolean => this.kept.delete(id);
    found.then((webhook) => webhook ?? forget(), forget);
    return found;
  }

  private async open(id: string): Promise<OpenWebhook | null> {
    try {
      return this.remember(id, await withinTime(PATIENCE_MS, this.opener.byId(id)));
    } catch (error) {
      const known = this.onceOnly.get(id);
      if (known) return known;
      throw error;
    }
  }

  /** What comes once is taken in while its connection is paused, too: later there is nobody to ask for it. */
  private remember(id: string, open: OpenConnection | null): OpenWebhook | null {
    const webhook = open?.connector.webhook;
    this.onceOnly.delete(id);
    if (!open || !webhook?.isEnabled(open.context.settings)) return null;
    if (open.row.status === 'paused' && !webhook.isNeverRetried) return null;
    const found = { webhook, context: open.context };
    if (webhook.isNeverRetried) this.onceOnly.set(id, found);
    return found;
  }

  /** What fails here is tried again soon, and when a delivery comes. */
  private async learn(): Promise<void> {
    const rows = await this.connections.all().catch(() => []);
    for (const row of rows) {
      if (!this.registry.has(row.channel)) continue;
      if (!this.registry.get(row.channel).webhook?.isNeverRetried) continue;
      try {
        this.remember(row.id, this.opener.open(row));
      } catch {
        // Settings that do not fit any more: the health check says so.
      }
    }
  }
}
