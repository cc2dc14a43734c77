import { Injectable } from '@nestjs/common';
import { NoteGapService, OpenConnectionService, type OpenConnection } from '@app/connections';
import { ConnectorError, FAILURE_POLICY, type BackfillSource } from '@app/connector-kit';
import {
  ChangeFeedRepository,
  ConnectionRepository,
  Database,
  GapRepository,
  type GapRow,
} from '@app/database';
import { RecordEventsService } from '@app/ingestion';
import { backOffMs } from './back-off.js';

/** Longer than one page takes; a worker that dies leaves the gap to another after this time. */
const LEASE_MS = 120_000;
const PAGE_TIMEOUT_MS = 90_000;
/** After so many failures in a row a person should know, rather than wait. */
const MOST_FAILURES = 40;

/** Fetches what was missed, as far back as the platform gives anything, and says what cannot be had. */
@Injectable()
export class FillGapsService {
  constructor(
    private readonly database: Database,
    private readonly connections: ConnectionRepository,
    private readonly gaps: GapRepository,
    private readonly changeFeed: ChangeFeedRepository,
    private readonly opener: OpenConnectionService,
    private readonly events: RecordEventsService,
    private readonly noter: NoteGapService,
  ) {}

  /** Works off the gaps that this process can fill now. */
  async fill(): Promise<void> {
    const usable = await this.usable();
    for (;;) {
      const gap = await this.gaps.claim([...usable.keys()], LEASE_MS);
      const open = gap && usable.get(gap.connectionId);
      if (!gap || !open) return;
      await this.fillOne(gap, open);
    }
  }

  /** Active connections with a history; one that keeps a session only where the session is open. */
  private async usable(): Promise<Map<string, OpenConnection>> {
    const usable = new Map<string, OpenConnection>();
    for (const row of await this.connections.all()) {
      if (row.status !== 'active') continue;
      const open = await this.opener.byId(row.id).catch(() => null);
      if (!open?.connector.backfill) continue;
      if (!open.connector.session || open.context.session !== null) usable.set(row.id, open);
    }
    return usable;
  }

  private async fillOne(gap: GapRow, open: OpenConnection): Promise<void> {
    const { backfill } = open.connector;
    if (!backfill) return;
    const from = earliest(gap, backfill, open.context.now());
    try {
      if (from < gap.to) await this.fetchPages(gap, { from, to: gap.to }, open, backfill);
    } catch (error) {
      return this.failed(gap, error);
    }
    if (from >= gap.to) return this.close(gap, { state: 'unrecoverable', why: 'too-old', lostTo: gap.to });
    if (from > gap.from) return this.close(gap, { state: 'partly', why: 'too-old', lostTo: from });
    return this.close(gap, { state: 'recovered', why: null, lostTo: null });
  }

  private async fetchPages(
    gap: GapRow,
    span: { readonly from: Date; readonly to: Date },
    open: OpenConnection,
    backfill: BackfillSource<unknown>,
  ): Promise<void> {
    let { cursor } = gap;
    for (let hasMore = true; hasMore;) {
      const context = { ...open.context, signal: AbortSignal.timeout(PAGE_TIMEOUT_MS) };
      const page = await backfill.fetchPage(span, cursor, context);
      const { stored } = await this.events.record(gap.connectionId, page.events);
      hasMore = page.hasMore;
      if (hasMore && (page.nextCursor === null || page.nextCursor === cursor)) {
        throw new ConnectorError('payload-unrecognised', 'The platform gives the same page again and again');
      }
      cursor = page.nextCursor ?? cursor;
      await this.gaps.saveProgress(gap.id, cursor, stored, LEASE_MS);
      await this.changeFeedOf(gap);
    }
  }

  private async failed(gap: GapRow, error: unknown): Promise<void> {
    const failure =
      error instanceof ConnectorError
        ? error
        : new ConnectorError('transient', String(error), { cause: error });
    if (FAILURE_POLICY[failure.code].retry && gap.failures < MOST_FAILURES) {
      const until = Math.max(Date.now() + backOffMs(gap.failures + 1, null), failure.until?.getTime() ?? 0);
      return this.gaps.postpone(gap.id, new Date(until));
    }
    return this.close(gap, {
      state: 'unrecoverable',
      why: 'refused',
      whyDetail: failure.message,
      lostTo: gap.to,
    });
  }

  private async close(
    gap: GapRow,
    end: Pick<GapRow, 'state' | 'why' | 'lostTo'> & { readonly whyDetail?: string },
  ): Promise<void> {
    await this.database.transaction(async (tx) => {
      await this.gaps.close(tx, gap.id, { whyDetail: null, ...end });
      if (end.state !== 'recovered') await this.noter.tell(tx, gap.connectionId);
      await this.changeFeed.append(tx, [{ topic: 'connection', entityId: gap.connectionId, kind: 'gap' }]);
    });
  }

  private async changeFeedOf(gap: GapRow): Promise<void> {
    await this.database.transaction((tx) =>
      this.changeFeed.append(tx, [{ topic: 'connection', entityId: gap.connectionId, kind: 'gap' }]),
    );
  }
}

/** Where fetching can begin: not before the platform's reach. */
function earliest(gap: GapRow, backfill: BackfillSource<unknown>, now: Date): Date {
  const reach = backfill.reachMs === null ? 0 : now.getTime() - backfill.reachMs;
  return new Date(Math.max(gap.from.getTime(), reach));
}
