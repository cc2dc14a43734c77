import { Injectable } from '@nestjs/common';
import { Database, newId, OutgoingWebhookRepository } from '@app/database';
import { bodyOf, eventOf } from './webhook-event.js';

const AT_ONCE = 500;

/**
 * Makes deliveries of what changed, from the same numbered feed that screens follow: each change once for each
 * subscription, however often this runs and wherever it was killed.
 */
@Injectable()
export class FillOutboxService {
  constructor(
    private readonly database: Database,
    private readonly webhooks: OutgoingWebhookRepository,
  ) {}

  async fill(): Promise<void> {
    let isBehind = true;
    while (isBehind) isBehind = await this.fillSome();
  }

  /** @returns whether there is more */
  private async fillSome(): Promise<boolean> {
    return this.database.transaction(async (tx) => {
      let isBehind = false;
      for (const subscription of await this.webhooks.lockActive(tx)) {
        const { last, changes } = await this.webhooks.changesAfter(tx, subscription.position, AT_ONCE);
        if (last === subscription.position) continue;
        await this.webhooks.insertDeliveries(
          tx,
          changes
            .filter((change) => subscription.events.includes(eventOf(change)))
            .map((change) => ({
              id: newId(),
              subscriptionId: subscription.id,
              changeId: change.changeId,
              event: eventOf(change),
              body: bodyOf(change),
            })),
        );
        await this.webhooks.setPosition(tx, subscription.id, last);
        isBehind = true;
      }
      return isBehind;
    });
  }
}
