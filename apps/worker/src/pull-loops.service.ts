import { Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { ConnectionRepository, CursorMovedError, type ConnectionRow } from '@app/database';
import {
  CheckHealthService,
  NoteGapService,
  OpenConnectionService,
  RecordHealthService,
  type OpenConnection,
} from '@app/connections';
import { ConnectorError, ConnectorRegistry } from '@app/connector-kit';
import { RecordEventsService } from '@app/ingestion';
import { backOffMs, LONGEST_RETRY_MS, pause } from './back-off.js';
import { ConnectionLeases } from './connection-leases.js';
import { ConnectionLoops } from './connection-loops.js';

/** Fetches from every active connection that pulls: one loop a connection, in one worker at a time. */
@Injectable()
export class PullLoopsService implements OnApplicationShutdown {
  private readonly logger = new Logger(PullLoopsService.name);
  private readonly loops = new ConnectionLoops(
    (id, signal) => this.run(id, signal),
    (id, error) => this.logger.error(`Fetching for connection ${id} ended: ${String(error)}`),
  );

  constructor(
    private readonly connections: ConnectionRepository,
    private readonly registry: ConnectorRegistry,
    private readonly opener: OpenConnectionService,
    private readonly events: RecordEventsService,
    private readonly health: RecordHealthService,
    private readonly gaps: NoteGapService,
    private readonly checker: CheckHealthService,
    private readonly leases: ConnectionLeases,
  ) {}

  /** Starts loops for connections that need one and stops those that no longer do. */
  async reconcile(): Promise<void> {
    const rows = await this.connections.all();
    this.loops.keep(new Set(rows.filter((row) => this.isWanted(row)).map((row) => row.id)));
  }

  /** Whether this worker fetches for it. */
  isFetching(connectionId: string): boolean {
    return this.loops.has(connectionId);
  }

  async onApplicationShutdown(): Promise<void> {
    await this.loops.close();
  }

  /** One that lost its rights is left alone until a health check, or an admin's change, finds it mended. */
  private isWanted({ channel, status, healthState }: ConnectionRow): boolean {
    if (status !== 'active' || healthState === 'needs-reauthorisation') return false;
    return this.registry.has(channel) && this.registry.get(channel).pull !== undefined;
  }

  private async run(id: string, signal: AbortSignal): Promise<void> {
    const release = await this.leases.take('pull', id);
    if (!release) return;
    try {
      let failures = 0;
      while (!signal.aborted) {
        try {
          const pauseMs = await this.fetchOnce(id, signal);
          failures = 0;
          if (pauseMs === null) return;
          await pause(pauseMs, signal);
        } catch (error) {
          if (signal.aborted) return;
          if (error instanceof CursorMovedError) continue;
          failures = error instanceof ConnectorError && error.isPaced ? 0 : failures + 1;
          const decision = await this.health.recordFailure(id, error);
          if (decision.pausesPull) return;
          if (error instanceof ConnectorError && error.code === 'cursor-expired') {
            await this.gaps.cursorExpired(id, error.message);
          }
          await pause(backOffMs(failures, decision.until), signal);
        }
      }
    } finally {
      await release();
    }
  }

  /** @returns milliseconds until the next page, or null when there is nothing to fetch any more */
  private async fetchOnce(id: string, signal: AbortSignal): Promise<number | null> {
    const open: OpenConnection | null = await this.opener.byId(id, signal);
    const pull = open?.connector.pull;
    if (!open || !pull || open.row.status !== 'active' || !pull.isEnabled(open.context.settings)) return null;
    const wait = (open.row.retryAt?.getTime() ?? 0) - Date.now();
    if (wait > 0) return Math.min(wait, LONGEST_RETRY_MS);
    const page = await pull.fetchPage(open.row.cursor, open.context);
    if (page.events.length > 0 || page.nextCursor !== null) {
      await this.events.recordPage(id, page, open.row.cursor);
    }
    if (page.missed) await this.gaps.cursorJumped(id, page.missed);
    if (['unchecked', 'unreachable'].includes(open.row.healthState)) await this.checker.check(id);
    return page.hasMore ? 0 : pull.pauseMs(open.context.settings);
  }
}
