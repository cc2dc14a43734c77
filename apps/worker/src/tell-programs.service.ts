import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { OutgoingWebhookRepository } from '@app/database';
import { DeliverWebhooksService, FillOutboxService } from '@app/outgoing-webhooks';

const LOG_KEPT_MS = 30 * 86_400_000;

/** Tells other programs what changed, and keeps the log of it in bounds. */
@Injectable()
export class TellProgramsService implements OnApplicationShutdown {
  private running: Promise<void> | null = null;
  private isBehind = false;

  constructor(
    private readonly outbox: FillOutboxService,
    private readonly deliveries: DeliverWebhooksService,
    private readonly webhooks: OutgoingWebhookRepository,
  ) {}

  /** What is asked for while it works is done right after. */
  tell(): Promise<void> {
    this.isBehind = true;
    this.running ??= this.work().finally(() => {
      this.running = null;
    });
    return this.running;
  }

  async forget(): Promise<void> {
    await this.webhooks.trim(new Date(Date.now() - LOG_KEPT_MS));
  }

  async onApplicationShutdown(): Promise<void> {
    await this.running?.catch(() => undefined);
  }

  private async work(): Promise<void> {
    while (this.isBehind) {
      this.isBehind = false;
      await this.outbox.fill();
      await this.deliveries.start();
    }
  }
}
