/** Does one thing after the other, and nothing more after the first that fails. */
export class Serial {
  private tail: Promise<void> = Promise.resolve();
  private hasFailed = false;

  constructor(private readonly onFailure: (error: unknown) => void) {}

  add(work: () => Promise<void>): void {
    this.tail = this.tail.then(async () => {
      if (this.hasFailed) return;
      try {
        await work();
      } catch (error) {
        this.hasFailed = true;
        this.onFailure(error);
      }
    });
  }

  /** Resolves when all that was added has been done or left. */
  async idle(): Promise<void> {
    await this.tail;
  }
}
