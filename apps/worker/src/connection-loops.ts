interface Loop {
  readonly stop: AbortController;
  readonly done: Promise<void>;
}

/** One loop for each connection that wants one, for as long as it does. */
export class ConnectionLoops {
  private readonly loops = new Map<string, Loop>();

  /**
   * @param run the loop: ends by itself or soon after the signal has aborted
   * @param onBroken told of a loop that ended with an error
   */
  constructor(
    private readonly run: (connectionId: string, signal: AbortSignal) => Promise<void>,
    private readonly onBroken: (connectionId: string, error: unknown) => void,
  ) {}

  /** Starts the loops that are missing and stops those that are no longer wanted. */
  keep(wanted: ReadonlySet<string>): void {
    for (const id of this.loops.keys()) if (!wanted.has(id)) this.stop(id);
    for (const id of wanted) if (!this.loops.has(id)) this.start(id);
  }

  has(connectionId: string): boolean {
    return this.loops.has(connectionId);
  }

  stop(connectionId: string): void {
    this.loops.get(connectionId)?.stop.abort();
  }

  /** Resolves when all have ended. */
  async close(): Promise<void> {
    for (const id of this.loops.keys()) this.stop(id);
    await Promise.allSettled([...this.loops.values()].map((loop) => loop.done));
  }

  private start(id: string): void {
    const stop = new AbortController();
    const done = this.run(id, stop.signal)
      .catch((error: unknown) => this.onBroken(id, error))
      .finally(() => this.loops.delete(id));
    this.loops.set(id, { stop, done });
  }
}
