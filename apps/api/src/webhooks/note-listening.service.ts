import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { NoteGapService } from '@app/connections';

const BEAT_MS = 5_000;

/** While this process runs, platforms can deliver to it. */
@Injectable()
export class NoteListeningService implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger(NoteListeningService.name);
  private timer: NodeJS.Timeout | null = null;
  private running: Promise<void> = Promise.resolve();
  private isRunning = false;

  constructor(private readonly noter: NoteGapService) {}

  onApplicationBootstrap(): void {
    this.beat();
    this.timer = setInterval(() => this.beat(), BEAT_MS);
  }

  async onApplicationShutdown(): Promise<void> {
    if (this.timer) clearInterval(this.timer);
    await this.running;
  }

  private beat(): void {
    if (this.isRunning) return;
    this.isRunning = true;
    this.running = this.noter
      .beat('webhook', () => true)
      .catch((error: unknown) => this.logger.warn(`Listening could not be noted: ${String(error)}`))
      .finally(() => {
        this.isRunning = false;
      });
  }
}
