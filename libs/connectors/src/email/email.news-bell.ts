import type { ImapFlow } from 'imapflow';

/** However silent the server: look for oneself this often. */
const LOOK_ANYWAY_MS = 10 * 60_000;

/** Waits in IDLE until the server tells of mail, and remembers what it told while nobody waited. */
export class NewsBell {
  private hasRung = false;
  private wake: (() => void) | null = null;

  constructor(
    private readonly client: ImapFlow,
    private readonly signal: AbortSignal,
  ) {
    const ring = () => this.ring();
    signal.addEventListener('abort', ring);
    client.on('exists', ring);
    client.once('close', () => {
      signal.removeEventListener('abort', ring);
      ring();
    });
  }

  /** What rang before this is about to be read. */
  silence(): void {
    this.hasRung = false;
  }

  /** @throws Error when the connection is lost */
  async wait(): Promise<void> {
    if (this.signal.aborted) return;
    const look = setTimeout(() => this.ring(), LOOK_ANYWAY_MS);
    const idleFails = new Promise<never>((_resolve, reject) => {
      this.client.idle().catch(reject);
    });
    try {
      await Promise.race([this.rung(), idleFails]);
    } finally {
      clearTimeout(look);
    }
    if (!this.client.usable && !this.signal.aborted)
      throw new Error('the connection was closed by the server');
  }

  private ring(): void {
    this.hasRung = true;
    this.wake?.();
  }

  private async rung(): Promise<void> {
    if (this.hasRung) return;
    await new Promise<void>((resolve) => {
      this.wake = resolve;
    });
  }
}
