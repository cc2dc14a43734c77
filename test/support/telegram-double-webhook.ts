import { setTimeout as delay } from 'node:timers/promises';
import type { Json } from './telegram-double-http.js';
import type { TelegramDoubleQueue } from './telegram-double-queue.js';

/** Telegram waits up to minutes between attempts; a test does not. */
const RETRY_MS = 50;

/** Delivers queued updates one by one, in order, with the secret header, until each is answered with a 2xx. */
export class TelegramDoubleWebhook {
  private target: { readonly url: string; readonly secret: string | undefined } | undefined;
  private lastError: { readonly date: number; readonly message: string } | undefined;
  private readonly stopped = new AbortController();
  private isDelivering = false;
  attempts = 0;

  constructor(private readonly queue: TelegramDoubleQueue) {
    queue.onPush(() => void this.deliver());
  }

  get isSet(): boolean {
    return this.target !== undefined;
  }

  set({ url, secret_token: secret }: Json): void {
    this.target = url
      ? { url: String(url), secret: secret === undefined ? undefined : String(secret) }
      : undefined;
    void this.deliver();
  }

  info(): Json {
    return {
      url: this.target?.url ?? '',
      has_custom_certificate: false,
      pending_update_count: this.queue.length,
      ...(this.lastError && {
        last_error_date: this.lastError.date,
        last_error_message: this.lastError.message,
      }),
    };
  }

  stop(): void {
    this.target = undefined;
    this.stopped.abort();
  }

  private async deliver(): Promise<void> {
    if (this.isDelivering) return;
    this.isDelivering = true;
    try {
      while (this.target && this.queue.length > 0) {
        const problem = await this.post(this.target, this.queue.first(1)[0]);
        if (problem === undefined) this.queue.shift();
        else {
          this.lastError = { date: Math.floor(Date.now() / 1000), message: problem };
          await delay(RETRY_MS, undefined, { signal: this.stopped.signal });
        }
      }
    } catch {
      // Stopped while waiting.
    } finally {
      this.isDelivering = false;
    }
  }

  private async post(
    target: { url: string; secret: string | undefined },
    item: unknown,
  ): Promise<string | undefined> {
    this.attempts += 1;
    try {
      const answer = await fetch(target.url, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          ...(target.secret && { 'X-Telegram-Bot-Api-Secret-Token': target.secret }),
        },
        body: JSON.stringify(item),
        signal: this.stopped.signal,
      });
      await answer.arrayBuffer();
      return answer.ok ? undefined : `Wrong response from the webhook: ${answer.status} ${answer.statusText}`;
    } catch {
      return 'Connection failed';
    }
  }
}
