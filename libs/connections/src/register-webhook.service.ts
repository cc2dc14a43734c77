import { Injectable } from '@nestjs/common';
import { OpenConnectionService } from './open-connection.service.js';
import { RecordHealthService } from './record-health.service.js';

/** Path below the public address at which a connection's platform delivers. */
export function webhookPath(connectionId: string): string {
  return `/api/v1/webhooks/${connectionId}`;
}

/** Tells a platform where to deliver, or that it no longer should, after a connection was saved. */
@Injectable()
export class RegisterWebhookService {
  constructor(
    private readonly opener: OpenConnectionService,
    private readonly health: RecordHealthService,
  ) {}

  /** A refusal by the platform becomes the connection's health; saving itself has succeeded. */
  async apply(connectionId: string, publicUrl: string): Promise<void> {
    const open = await this.opener.byId(connectionId, AbortSignal.timeout(20_000));
    const webhook = open?.connector.webhook;
    if (!open || !webhook) return;
    try {
      if (open.row.status === 'active' && webhook.isEnabled(open.context.settings)) {
        await webhook.register?.(publicUrl + webhookPath(connectionId), open.context);
      } else {
        await webhook.unregister?.(open.context);
      }
    } catch (error) {
      await this.health.recordFailure(connectionId, error);
    }
  }
}
