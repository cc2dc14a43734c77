import { Inject, Injectable } from '@nestjs/common';
import { type Actor, userIdOf } from '@app/accounts';
import { SECRET_SEALER, type SecretSealer } from '@app/connections';
import {
  AuditRepository,
  Database,
  newId,
  OutgoingWebhookRepository,
  type WebhookSubscriptionRow,
} from '@app/database';
import { newSecret } from './sign-delivery.js';
import { pingBody, type WebhookEvent } from './webhook-event.js';

export interface SubscriptionChange {
  readonly name?: string | undefined;
  readonly url?: string | undefined;
  readonly events?: readonly WebhookEvent[] | undefined;
  readonly isActive?: boolean | undefined;
}

export class SubscriptionNotFoundError extends Error {
  readonly code = 'not-found';
}

/** Admins say which programs are told. */
@Injectable()
export class ManageSubscriptionService {
  constructor(
    private readonly database: Database,
    private readonly webhooks: OutgoingWebhookRepository,
    private readonly audit: AuditRepository,
    @Inject(SECRET_SEALER) private readonly sealer: SecretSealer,
  ) {}

  /** @returns the secret too: it is shown this once */
  async create(
    actor: Actor,
    given: { readonly name: string; readonly url: string; readonly events: readonly WebhookEvent[] },
  ): Promise<{ readonly row: WebhookSubscriptionRow; readonly secret: string }> {
    const id = newId();
    const secret = newSecret();
    await this.database.transaction(async (tx) => {
      await this.webhooks.insert(tx, {
        id,
        ...given,
        secret: this.sealer.seal(Buffer.from(secret), id),
        userId: userIdOf(actor),
      });
      await this.audit.append(tx, { actor, action: 'webhook-created', subject: `webhook:${id}` });
    });
    return { row: await this.required(id), secret };
  }

  /** @throws SubscriptionNotFoundError */
  async change(actor: Actor, id: string, change: SubscriptionChange): Promise<WebhookSubscriptionRow> {
    const row = await this.required(id);
    await this.database.transaction(async (tx) => {
      await this.webhooks.update(tx, {
        id,
        name: change.name ?? row.name,
        url: change.url ?? row.url,
        events: change.events ?? row.events,
        isActive: change.isActive ?? row.isActive,
      });
      await this.audit.append(tx, { actor, action: 'webhook-changed', subject: `webhook:${id}` });
    });
    return this.required(id);
  }

  async remove(actor: Actor, id: string): Promise<void> {
    await this.required(id);
    await this.database.transaction(async (tx) => {
      await this.webhooks.remove(tx, id);
      await this.audit.append(tx, { actor, action: 'webhook-removed', subject: `webhook:${id}` });
    });
  }

  /** Sends a `ping` the way everything is sent. */
  async ping(id: string): Promise<void> {
    await this.required(id);
    const delivery = {
      id: newId(),
      subscriptionId: id,
      changeId: null,
      event: 'ping',
      body: pingBody(new Date()),
    };
    await this.webhooks.insertDeliveries(this.database, [delivery]);
  }

  /** @throws SubscriptionNotFoundError */
  async redeliver(deliveryId: string): Promise<void> {
    if (!(await this.webhooks.redeliver(deliveryId))) throw new SubscriptionNotFoundError('No such delivery');
  }

  private async required(id: string): Promise<WebhookSubscriptionRow> {
    const row = await this.webhooks.byId(id);
    if (!row) throw new SubscriptionNotFoundError('No such webhook');
    return row;
  }
}
