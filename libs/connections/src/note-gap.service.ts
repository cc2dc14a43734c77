import { Injectable } from '@nestjs/common';
import {
  ChangeFeedRepository,
  ConnectionRepository,
  Database,
  GapRepository,
  newId,
  NoticeRepository,
  type GapReason,
  type Queryable,
} from '@app/database';
import { ConnectorRegistry } from '@app/connector-kit';
import { OpenConnectionService } from './open-connection.service.js';
import { listeningOf, type Listening } from './listening.js';

/** Shorter absences are how listening works: a reconnection, the pause between two beats. */
const LONGEST_PAUSE_MS = 20_000;

export interface MissedSpan {
  readonly from: Date;
  readonly to: Date;
  readonly reason: GapReason;
  readonly detail: string | null;
}

/** Notices when nobody listened to a connection, and opens a gap for what the platform has not kept meanwhile. */
@Injectable()
export class NoteGapService {
  constructor(
    private readonly database: Database,
    private readonly connections: ConnectionRepository,
    private readonly gaps: GapRepository,
    private readonly notices: NoticeRepository,
    private readonly changeFeed: ChangeFeedRepository,
    private readonly registry: ConnectorRegistry,
    private readonly opener: OpenConnectionService,
  ) {}

  /**
   * This process listens, in this way, to the connections that `hears` names.
   * @param hears asked for active connections that receive in this way
   */
  async beat(way: Listening['way'], hears: (connectionId: string) => boolean): Promise<void> {
    const keeps = new Map<string, number | null>();
    for (const row of await this.connections.all()) {
      if (row.status !== 'active' || !this.registry.has(row.channel) || !hears(row.id)) continue;
      const listening = listeningOf(this.opener, row);
      if (listening?.way === way) keeps.set(row.id, listening.keepsMs);
    }
    if (keeps.size === 0) return;
    await this.database.transaction(async (tx) => {
      for (const back of await this.gaps.beat(tx, [...keeps.keys()], LONGEST_PAUSE_MS)) {
        const keepsMs = keeps.get(back.connectionId) ?? null;
        // What the platform has kept comes by itself; only what is older is missing.
        const to = keepsMs === null ? back.from : new Date(back.to.getTime() - keepsMs);
        if (to <= back.from) continue;
        const reason = back.reason ?? 'stopped';
        await this.open(tx, back.connectionId, { from: back.from, to, reason, detail: back.detail });
      }
    });
  }

  /** The platform no longer accepts where reading stopped: what came since the last event may be missing. */
  async cursorExpired(connectionId: string, detail: string): Promise<void> {
    await this.database.transaction(async (tx) => {
      const from = await this.connections.forgetCursor(tx, connectionId);
      if (!from) return;
      const span = { from, to: new Date(), reason: 'cursor-expired', detail } as const;
      await this.open(tx, connectionId, span);
    });
  }

  /** A page said that the platform has left a span out. */
  async cursorJumped(connectionId: string, span: { readonly from: Date; readonly to: Date }): Promise<void> {
    await this.database.transaction((tx) =>
      this.open(tx, connectionId, { ...span, reason: 'cursor-jumped', detail: null }),
    );
  }

  private async open(tx: Queryable, connectionId: string, span: MissedSpan): Promise<void> {
    const row = await this.connections.byId(connectionId);
    const hasHistory = row !== null && this.registry.get(row.channel).backfill !== undefined;
    await this.gaps.insert(tx, {
      id: newId(),
      connectionId,
      ...span,
      ...(hasHistory
        ? { state: 'open', why: null, lostTo: null }
        : { state: 'unrecoverable', why: 'no-history', lostTo: span.to }),
    });
    if (!hasHistory) await this.tell(tx, connectionId);
    await this.changeFeed.append(tx, [{ topic: 'connection', entityId: connectionId, kind: 'gap' }]);
  }

  /** Something is lost for good: told once, nothing that lasts. */
  async tell(tx: Queryable, connectionId: string): Promise<void> {
    await this.notices.raise(tx, connectionId, 'connection-gap', {});
    await this.notices.resolve(tx, connectionId, 'connection-gap');
  }
}
