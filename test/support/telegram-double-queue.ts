/** An update as it waits at Telegram: its number, and what is handed out (which need not be readable). */
interface Waiting {
  readonly number: number;
  readonly item: unknown;
}

/** Updates in order with the semantics of Telegram: asking for number n confirms and deletes all before it. */
export class TelegramDoubleQueue {
  private waiting: Waiting[] = [];
  private nextNumber = 880_000_001;
  private readonly listeners = new Set<() => void>();

  get length(): number {
    return this.waiting.length;
  }

  /** Numbers an update and queues it. */
  push(update: object): number {
    const number = this.nextNumber++;
    return this.add(number, { update_id: number, ...update });
  }

  /** Queues something exactly as it is, e.g. what no reader understands. It takes a number all the same. */
  pushRaw(item: unknown): number {
    return this.add(this.nextNumber++, item);
  }

  confirmBefore(offset: number): void {
    this.waiting = this.waiting.filter(({ number }) => number >= offset);
  }

  first(limit: number): readonly unknown[] {
    return this.waiting.slice(0, limit).map(({ item }) => item);
  }

  shift(): void {
    this.waiting.shift();
  }

  /** Calls back when something is queued; returns how to stop that. */
  onPush(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  private add(number: number, item: unknown): number {
    this.waiting.push({ number, item });
    for (const listener of [...this.listeners]) listener();
    return number;
  }
}
