import { Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { ProcessBeat } from '../../../runtime/src/process-beat.js';

const EVERY_MS = 10_000;

/** This process among those that run. What fails is told again at the next time. */
@Injectable()
export class TellAliveService implements OnApplicationBootstrap, OnApplicationShutdown {
  private timer: NodeJS.Timeout | null = null;

  constructor(private readonly beat: ProcessBeat) {}

  onApplicationBootstrap(): void {
    const tell = (): void => void this.beat.tell().catch(() => undefined);
    this.timer = setInterval(tell, EVERY_MS);
    tell();
  }

  async onApplicationShutdown(): Promise<void> {
    if (this.timer) clearInterval(this.timer);
    await this.beat.end();
  }
}
