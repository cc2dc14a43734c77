import { Inject, Injectable, type BeforeApplicationShutdown } from '@nestjs/common';
import { ALLOWS_PRIVATE_ADDRESSES, SECRET_SEALER, type SecretSealer } from '@app/connections';
import { ConnectorError, SafeHttpClient } from '@app/connector-kit';
import {
  OutgoingWebhookRepository,
  type WebhookDeliveryRow,
  type WebhookSubscriptionRow,
} from '@app/database';
import { signedHeaders } from './sign-delivery.js';

const AT_ONCE = 10;
const TIMEOUT_MS = 10_000;
const MAX_ANSWER_BYTES = 64 * 1024;
const LEASE_MS = 60_000;
const MINUTE = 60_000;
/** After each failure; then a person decides. In all about two days. */
const WAITS_MS = [
  10_000,
  MINUTE,
  5 * MINUTE,
  30 * MINUTE,
  2 * 60 * MINUTE,
  6 * 60 * MINUTE,
  12 * 60 * MINUTE,
  24 * 60 * MINUTE,
];
const GONE = 410;

/**
 * Sends what is due, at least once: a receiver tells repetitions by `webhook-id`. Each subscription by itself, so that
 * a slow receiver keeps none of the others waiting. The address must be a public one, unless the installation allows
 * others; redirects are not followed.
 */
@Injectable()
export class DeliverWebhooksService implements BeforeApplicationShutdown {
  private readonly http: SafeHttpClient;
  private readonly running = new Map<string, Promise<void>>();
  private readonly stop = new AbortController();

  constructor(
    private readonly webhooks: OutgoingWebhookRepository,
    @Inject(SECRET_SEALER) private readonly sealer: SecretSealer,
    @Inject(ALLOWS_PRIVATE_ADDRESSES) allowsPrivateAddresses: boolean,
  ) {
    this.http = new SafeHttpClient({ allowPrivateAddresses: allowsPrivateAddresses });
  }

  /** Starts on every subscription that has something due and on which this process is not at work. */
  async start(): Promise<void> {
    if (this.stop.signal.aborted) return;
    for (const subscription of await this.webhooks.due()) {
      if (this.running.has(subscription.id)) continue;
      const done = this.workOff(subscription)
        .catch(() => undefined)
        .finally(() => this.running.delete(subscription.id));
      this.running.set(subscription.id, done);
    }
  }

  async finish(): Promise<void> {
    await Promise.all(this.running.values());
  }

  /** What is on its way is given up and sent again after the next start. */
  async beforeApplicationShutdown(): Promise<void> {
    this.stop.abort();
    await this.finish();
    await this.http.close();
  }

  private async workOff(subscription: WebhookSubscriptionRow): Promise<void> {
    for (;;) {
      const claimed = await this.webhooks.claim(subscription.id, AT_ONCE, LEASE_MS);
      if (claimed.length === 0) return;
      const arrived = await Promise.all(claimed.map((delivery) => this.send(subscription, delivery)));
      // A receiver that takes nothing is left alone until the next round.
      if (!arrived.includes(true)) return;
    }
  }

  /** @returns whether it arrived */
  private async send(subscription: WebhookSubscriptionRow, delivery: WebhookDeliveryRow): Promise<boolean> {
    let status: number | null = null;
    let problem: string;
    try {
      const secret = this.sealer.open(subscription.secret, subscription.id).toString();
      const answer = await this.http.request({
        method: 'POST',
        url: subscription.url,
        headers: signedHeaders(secret, delivery.id, delivery.body, new Date()),
        body: delivery.body,
        timeoutMs: TIMEOUT_MS,
        maxBytes: MAX_ANSWER_BYTES,
        signal: AbortSignal.any([this.stop.signal]),
      });
      status = answer.status;
      if (status >= 200 && status < 300) {
        await this.webhooks.markDelivered(delivery.id, status);
        if (subscription.problem !== null) await this.webhooks.setProblem(subscription.id, null);
        return true;
      }
      problem = `The receiver answered ${status}`;
    } catch (error) {
      problem = error instanceof ConnectorError ? error.message : 'The delivery broke off';
    }
    const wait = WAITS_MS[delivery.attempts - 1];
    const next = wait === undefined ? null : new Date(Date.now() + wait);
    await this.webhooks.markFailed(delivery.id, status, problem, next);
    await this.webhooks.setProblem(subscription.id, problem, status === GONE);
    return false;
  }
}
