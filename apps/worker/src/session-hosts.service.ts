import { isDeepStrictEqual } from 'node:util';
import { Injectable, Logger, type BeforeApplicationShutdown } from '@nestjs/common';
import { keepsSession, OpenConnectionService, RecordSessionStateService } from '@app/connections';
import { ConnectorRegistry } from '@app/connector-kit';
import { ConnectionRepository, type ConnectionRow } from '@app/database';
import { ConnectionLeases } from './connection-leases.js';
import { ConnectionLoops } from './connection-loops.js';
import { HoldSessionService } from './hold-session.service.js';
import { SessionFolders } from './session-folders.js';

/** Holds the session of every active connection that has one, each in one worker at a time. */
@Injectable()
export class SessionHostsService implements BeforeApplicationShutdown {
  private readonly logger = new Logger(SessionHostsService.name);
  private readonly loops = new ConnectionLoops(
    (id, signal) => this.run(id, signal),
    (id, error) => this.logger.error(`The session of connection ${id} ended: ${String(error)}`),
  );
  /** The settings that each session runs with, and those with which one was given up. */
  private readonly running = new Map<string, unknown>();
  private readonly givenUp = new Map<string, unknown>();
  private known = new Set<string>();
  private isClosing = false;

  constructor(
    private readonly connections: ConnectionRepository,
    private readonly registry: ConnectorRegistry,
    private readonly opener: OpenConnectionService,
    private readonly states: RecordSessionStateService,
    private readonly leases: ConnectionLeases,
    private readonly holder: HoldSessionService,
    private readonly folders: SessionFolders,
  ) {}

  /** Opens sessions for connections that need one, closes those that no longer do, reopens those with new settings. */
  async reconcile(): Promise<void> {
    const rows = await this.connections.all();
    if (this.isClosing) return;
    const wanted = new Set<string>();
    for (const row of rows) {
      const settings = this.settingsToRun(row);
      if (settings === null) continue;
      wanted.add(row.id);
      const isOutdated = this.running.has(row.id) && !isDeepStrictEqual(this.running.get(row.id), settings);
      if (isOutdated) this.loops.stop(row.id);
    }
    this.loops.keep(wanted);
    await this.forgetRemoved(new Set(rows.map(({ id }) => id)));
    await this.holder.saveStates();
  }

  /** Before everything else closes: what a session still has to say is stored. */
  async beforeApplicationShutdown(): Promise<void> {
    this.isClosing = true;
    await this.loops.close();
  }

  /** @returns null when this connection has no session to run now */
  private settingsToRun(row: ConnectionRow): unknown {
    if (row.status !== 'active' || !this.registry.has(row.channel)) return null;
    if (!this.registry.get(row.channel).session) return null;
    try {
      const open = this.opener.open(row);
      const { settings } = open.context;
      // Left alone until a health check, or an admin's change, finds it mended.
      const isGivenUp =
        row.healthState === 'needs-reauthorisation' && isDeepStrictEqual(this.givenUp.get(row.id), settings);
      return keepsSession(open) && !isGivenUp ? settings : null;
    } catch {
      // Settings that do not fit any more: the health check says so.
      return null;
    }
  }

  private async run(id: string, signal: AbortSignal): Promise<void> {
    const lost = new AbortController();
    const release = await this.leases.take('session', id, () => lost.abort());
    if (!release) return;
    try {
      this.givenUp.delete(id);
      const stop = AbortSignal.any([signal, lost.signal]);
      const end = await this.holder.hold(id, stop, (settings) => this.running.set(id, settings));
      if (end === 'given-up') this.givenUp.set(id, this.running.get(id));
      if (!lost.signal.aborted) await this.states.record(id, null);
    } finally {
      this.running.delete(id);
      await release();
      // One that was closed for its new settings opens again at once.
      setImmediate(() => void this.reconcile().catch(() => undefined));
    }
  }

  private async forgetRemoved(present: Set<string>): Promise<void> {
    for (const id of this.known) {
      if (!present.has(id) && !this.loops.has(id)) await this.folders.remove(id);
      if (this.loops.has(id)) present.add(id);
    }
    this.known = present;
  }
}
