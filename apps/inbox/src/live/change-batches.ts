import type { Change } from '@app/api-contract';

/** What has changed since the last time: `isReset` when it cannot be told and all must be loaded afresh. */
export interface ChangeBatch {
  readonly reportIds: ReadonlySet<string>;
  readonly topics: ReadonlySet<Change['topic']>;
  readonly isReset: boolean;
}

/**
 * Gathers changes, so that a burst costs the screens one look each `intervalMs` and a single change none of the
 * waiting.
 */
export class ChangeBatches {
  private reportIds = new Set<string>();
  private topics = new Set<Change['topic']>();
  private isReset = false;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private lastGivenAt = -Infinity;

  constructor(
    private readonly give: (batch: ChangeBatch) => void,
    private readonly intervalMs: number,
  ) {}

  add({ topic, entityId }: Change): void {
    this.topics.add(topic);
    if (topic === 'report') this.reportIds.add(entityId);
    this.arrange();
  }

  reset(): void {
    this.isReset = true;
    this.arrange();
  }

  close(): void {
    clearTimeout(this.timer);
  }

  private arrange(): void {
    if (this.timer !== undefined) return;
    const wait = Math.max(0, this.lastGivenAt + this.intervalMs - Date.now());
    this.timer = setTimeout(() => this.flush(), Math.min(wait, this.intervalMs));
  }

  private flush(): void {
    const { reportIds, topics, isReset } = this;
    this.timer = undefined;
    this.lastGivenAt = Date.now();
    this.reportIds = new Set();
    this.topics = new Set();
    this.isReset = false;
    this.give({ reportIds, topics, isReset });
  }
}
