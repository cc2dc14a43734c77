import type { OpenConnection } from '@app/connections';
import type { ParsedEvent, SessionContext, SessionState } from '@app/connector-kit';
import type { RecordEventsService } from '@app/ingestion';

/** What the host does with what a session tells it. */
export interface SessionEars {
  /** Must not throw. */
  onReport(state: SessionState): void;
  /** Must not throw. */
  onOffer(session: unknown): void;
}

/** One run of a connection's session, as its connector sees it. */
export class HostedSession {
  private cursor: string | null;
  private openedAt: number | null = null;
  private readonly storing = new Set<Promise<unknown>>();

  constructor(
    private readonly open: OpenConnection,
    private readonly events: RecordEventsService,
    private readonly ears: SessionEars,
  ) {
    this.cursor = open.row.cursor;
  }

  contextIn(folder: string): SessionContext<unknown> {
    return {
      ...this.open.context,
      cursor: this.cursor,
      folder,
      emit: (events, cursor) => this.emit(events, cursor),
      report: (state) => {
        if (state.status === 'open') this.openedAt ??= Date.now();
        this.ears.onReport(state);
      },
      offer: (session) => this.ears.onOffer(session),
    };
  }

  /** Whether it said that it was open, at least so long ago. */
  wasOpenFor(ms: number): boolean {
    return this.openedAt !== null && Date.now() - this.openedAt >= ms;
  }

  private async emit(events: readonly ParsedEvent[], cursor: string | undefined): Promise<void> {
    const { id } = this.open.row;
    // A cursor says that everything before it is stored: it waits for what is still on its way, and falls with it.
    const stored =
      cursor === undefined
        ? this.events.record(id, events)
        : Promise.all(this.storing).then(() => this.advance(events, cursor));
    this.storing.add(stored);
    await stored.finally(() => this.storing.delete(stored));
  }

  private async advance(events: readonly ParsedEvent[], cursor: string): Promise<void> {
    const page = { events, nextCursor: cursor, hasMore: false };
    await this.events.recordPage(this.open.row.id, page, this.cursor);
    this.cursor = cursor;
  }
}
