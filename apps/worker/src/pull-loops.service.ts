import { Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { ConnectionRepository, CursorMovedError, type ConnectionRow } from '@app/database';
import {
  CheckHealthService,
  OpenConnectionService,
  RecordHealthService,
  type OpenConnection,
} from '@app/connections';
import { ConnectorError, ConnectorRegistry } from '@app/connector-kit';
import { RecordEventsService } from '@app/ingestion';
import { ConnectionLeases } from './connection-leases.js';

const FIRST_RETRY_MS = 1_000;
const LONGEST_RETRY_MS = 60_000;

/** Fetches from every active connection that pulls: one loop a connection, in one worker at a time. */
@Injectable()
export class PullLoopsService implements OnApplicationShutdown {
  private readonly logger = new Logger(PullLoopsService.name);
  private readonly loops = new Map<
    string,
    { readonly stop: AbortController; readonly done: Promise<void> }
  >();

  constructor(
    private readonly connections: ConnectionRepository,
    private readonly registry: ConnectorRegistry,
    private readonly opener: OpenConnectionService,
    private readonly events: RecordEventsService,
    private readonly health: RecordHealthService,
    private readonly checker: CheckHealthService,
    private readonly leases: ConnectionLeases,
  ) {}

  /** Starts loops for connections that need one and stops those that no longer do. */
  async reconcile(): Promise<void> {
    const rows = await this.connections.all();
    const wanted = new Set(rows.filter((row) => this.isWanted(row)).map((row) => row.id));
    for (const [id, loop] of this.loops) if (!wanted.has(id)) loop.stop.abort();
    for (const id of wanted) if (!this.loops.has(id)) this.start(id);
  }

  async onApplicationShutdown(): Promise<void> {
    for (const loop of this.loops.values()) loop.stop.abort();
    await Promise.allSettled([...this.loops.values()].map((loop) => loop.done));
  }

  /** One that lost its rights is left alone until a health check, or an admin's change, finds it mended. */
  private isWanted({ channel, status, healthState }: ConnectionRow): boolean {
    if (status !== 'active' || healthState === 'needs-reauthorisation') return false;
    return this.registry.has(channel) && this.registry.get(channel).pull !== undefined;
  }

  private start(id: string): void {
    const stop = new AbortController();
    const done = this.run(id, stop.signal)
      .catch((error: unknown) => this.logger.error(`Fetching for connection ${id} ended: ${String(error)}`))
      .finally(() => this.loops.delete(id));
    this.loops.set(id, { stop, done });
  }

  private async run(id: string, signal: AbortSignal): Promise<void> {
    const release = await this.leases.take(id);
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
            await this.connections.forgetCursor(id);
          }
          const backOff = Math.min(FIRST_RETRY_MS * 2 ** Math.max(0, failures - 1), LONGEST_RETRY_MS);
          await pause(Math.max(backOff, (decision.until?.getTime() ?? 0) - Date.now()), signal);
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
    if (['unchecked', 'unreachable'].includes(open.row.healthState)) await this.checker.check(id);
    return page.hasMore ? 0 : pull.pauseMs(open.context.settings);
  }
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  if (ms <= 0 || signal.aborted) return Promise.resolve();
  return new Promise((resolve) => {
    const timer = setTimeout(finish, ms);
    function finish() {
      clearTimeout(timer);
      signal.removeEventListener('abort', finish);
      resolve();
    }
    signal.addEventListener('abort', finish);
  });
}
