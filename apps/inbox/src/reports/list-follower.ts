import type { QueryClient } from '@tanstack/react-query';
import { refreshList, type ListView } from './refresh-list.js';
import type { ReportFilter } from './report-filter.js';

const RETRY_MS = 3_000;

/** What arrived and is not shown: so much that it was not stitched to the list, or far above what is loaded. */
export type Overflow = 'many' | 'above' | null;

/** Takes changes into one loaded list, one look at a time; what comes meanwhile waits for the next. */
export class ListFollower {
  private waiting: Set<string> | null = null;
  private isRunning = false;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private isClosed = false;

  constructor(
    private readonly queryClient: QueryClient,
    private readonly filter: ReportFilter,
    private readonly view: () => ListView,
    private readonly onLooked: (overflow: Overflow) => void,
  ) {}

  add(reportIds: Iterable<string>): void {
    this.waiting = new Set([...(this.waiting ?? []), ...reportIds]);
    this.wake();
  }

  /** Goes on when a page that was on its way has come. */
  wake(): void {
    if (this.isRunning || this.isClosed || this.waiting === null) return;
    const ids = this.waiting;
    this.waiting = null;
    this.isRunning = true;
    void this.look(ids).then((isDone) => {
      this.isRunning = false;
      if (isDone) this.wake();
    });
  }

  close(): void {
    this.isClosed = true;
    clearTimeout(this.timer);
  }

  /** @returns false when the same is to be tried again later */
  private async look(ids: ReadonlySet<string>): Promise<boolean> {
    const outcome = await refreshList(this.queryClient, this.filter, ids, this.view).catch(
      () => 'failed' as const,
    );
    if (outcome !== 'failed' && outcome !== 'busy') {
      if (!this.isClosed) this.onLooked(outcome === 'done' ? null : outcome);
      return true;
    }
    this.waiting = new Set([...(this.waiting ?? []), ...ids]);
    if (outcome === 'failed' && !this.isClosed) {
      clearTimeout(this.timer);
      this.timer = setTimeout(() => this.wake(), RETRY_MS);
    }
    return false;
  }
}
