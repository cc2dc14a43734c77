import { Injectable } from '@nestjs/common';
import { OpenConnectionService } from '@app/connections';
import type { ConnectorContext, WebhookSource } from '@app/connector-kit';

/** Where a connection's deliveries go. */
export interface OpenWebhook {
  readonly webhook: WebhookSource<unknown>;
  readonly context: ConnectorContext<unknown>;
}

/** A flood comes over few connections; a change to one (pause, new secret) takes effect after this time at the latest. */
const KEPT_MS = 1_000;

/** Opens connections for deliveries, not anew for each of thousands. */
@Injectable()
export class FindWebhookService {
  private readonly kept = new Map<
    string,
    { readonly until: number; readonly found: Promise<OpenWebhook | null> }
  >();

  constructor(private readonly opener: OpenConnectionService) {}

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
    const open = await this.opener.byId(id);
    const webhook = open?.connector.webhook;
    if (!open || !webhook || open.row.status === 'paused') return null;
    return webhook.isEnabled(open.context.settings) ? { webhook, context: open.context } : null;
  }
}
