interface Waiting<Item, Result> {
  readonly items: readonly Item[];
  readonly resolve: (results: Result[]) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Gathers what many callers want to write while a write is under way, and writes it with the next one: under load
 * one commit serves many callers, at rest each caller is served at once.
 */
export class MicroBatch<Item, Result> {
  private waiting: Waiting<Item, Result>[] = [];
  private isWriting = false;

  constructor(
    private readonly write: (items: readonly Item[]) => Promise<Result[]>,
    private readonly maxItems: number,
  ) {}

  /** @returns one result per item, when they are written */
  add(items: readonly Item[]): Promise<Result[]> {
    if (items.length === 0) return Promise.resolve([]);
    return new Promise((resolve, reject) => {
      this.waiting.push({ items, resolve, reject });
      void this.run();
    });
  }

  private async run(): Promise<void> {
    if (this.isWriting) return;
    this.isWriting = true;
    while (this.waiting.length > 0) await this.writeSome();
    this.isWriting = false;
  }

  private async writeSome(): Promise<void> {
    const taken: Waiting<Item, Result>[] = [];
    let count = 0;
    while (this.waiting[0] && (count === 0 || count + this.waiting[0].items.length <= this.maxItems)) {
      const next = this.waiting.shift() as Waiting<Item, Result>;
      taken.push(next);
      count += next.items.length;
    }
    try {
      const results = await this.write(taken.flatMap((one) => one.items));
      let offset = 0;
      for (const one of taken) {
        one.resolve(results.slice(offset, offset + one.items.length));
        offset += one.items.length;
      }
    } catch (error) {
      for (const one of taken) one.reject(error);
    }
  }
}
