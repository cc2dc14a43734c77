import { Injectable, Logger } from '@nestjs/common';
import {
  CheckHealthService,
  keepsSession,
  NoteGapService,
  OpenConnectionService,
  OpenSessions,
  RecordHealthService,
  RecordSessionStateService,
  type OpenConnection,
} from '@app/connections';
import { ConnectorError, type SessionState } from '@app/connector-kit';
import { CursorMovedError } from '@app/database';
import { RecordEventsService } from '@app/ingestion';
import { SweepRepliesService } from '@app/replies';
import { backOffMs, LONGEST_RETRY_MS, pause } from './back-off.js';
import { HostedSession } from './hosted-session.js';
import { LatestState } from './latest-state.js';
import { SessionFolders } from './session-folders.js';

/** Why a session is not kept open any longer; `given-up`: a person must act first. */
export type HoldEnd = 'stopped' | 'given-up';

/** Keeps one connection's session open in this process, and opens it again when it breaks. */
@Injectable()
export class HoldSessionService {
  private readonly logger = new Logger(HoldSessionService.name);
  private readonly shown = new Map<string, LatestState<SessionState>>();

  constructor(
    private readonly opener: OpenConnectionService,
    private readonly sessions: OpenSessions,
    private readonly events: RecordEventsService,
    private readonly health: RecordHealthService,
    private readonly gaps: NoteGapService,
    private readonly checker: CheckHealthService,
    private readonly states: RecordSessionStateService,
    private readonly replies: SweepRepliesService,
    private readonly folders: SessionFolders,
  ) {}

  /** @param onSettings told the settings of every run that begins */
  async hold(id: string, signal: AbortSignal, onSettings: (settings: unknown) => void): Promise<HoldEnd> {
    this.sessions.hold(id);
    const shown = new LatestState<SessionState>(
      (state) => this.states.record(id, state),
      (error) => this.logger.warn(`The state of connection ${id} could not be saved: ${String(error)}`),
    );
    this.shown.set(id, shown);
    try {
      return await this.keepOpen(id, signal, onSettings);
    } finally {
      this.sessions.release(id);
      this.shown.delete(id);
      await shown.settle();
    }
  }

  /** Saves what could not be saved when it was told. */
  async saveStates(): Promise<void> {
    await Promise.all([...this.shown.values()].map((shown) => shown.settle()));
  }

  private async keepOpen(
    id: string,
    signal: AbortSignal,
    onSettings: (settings: unknown) => void,
  ): Promise<HoldEnd> {
    let failures = 0;
    while (!signal.aborted) {
      const open = await this.opener.byId(id, signal);
      if (!open || open.row.status !== 'active' || !keepsSession(open)) return 'stopped';
      onSettings(open.context.settings);
      await pause((open.row.retryAt?.getTime() ?? 0) - Date.now(), signal);
      const run = this.runOf(open);
      try {
        await this.run(open, run, signal);
      } catch (error) {
        if (signal.aborted) break;
        if (error instanceof CursorMovedError) continue;
        failures = run.wasOpenFor(LONGEST_RETRY_MS) ? 1 : failures + 1;
        this.show(id, { status: 'closed', reason: messageOf(error) });
        const decision = await this.health.recordFailure(id, error);
        if (decision.pausesPull) return 'given-up';
        if (error instanceof ConnectorError && error.code === 'cursor-expired') {
          await this.gaps.cursorExpired(id, error.message);
        }
        await pause(backOffMs(failures, decision.until), signal);
      }
    }
    return 'stopped';
  }

  private async run(open: OpenConnection, run: HostedSession, signal: AbortSignal): Promise<void> {
    if (signal.aborted) return;
    this.show(open.row.id, { status: 'connecting' });
    try {
      await open.connector.session?.run(run.contextIn(await this.folders.open(open.row.id)));
    } finally {
      this.sessions.put(open.row.id, null);
    }
    if (!signal.aborted) throw new ConnectorError('transient', 'The connection has ended by itself');
  }

  private runOf(open: OpenConnection): HostedSession {
    const { id } = open.row;
    return new HostedSession(open, this.events, {
      onReport: (state) => this.show(id, state),
      onOffer: (session) => {
        this.sessions.put(id, session);
        this.lookAgain(id);
        this.soon('Answers that waited', id, () => this.replies.sweep());
      },
    });
  }

  private show(id: string, state: SessionState): void {
    const before = this.sessions.stateOf(id)?.status;
    this.sessions.setState(id, state);
    this.shown.get(id)?.show(state);
    const isNews = before !== state.status && (state.status === 'pairing' || state.status === 'open');
    if (isNews) this.lookAgain(id);
  }

  private lookAgain(id: string): void {
    this.soon('The health check', id, () => this.checker.check(id));
  }

  /** What fails here is made up for by the next sweep. */
  private soon(what: string, id: string, work: () => Promise<unknown>): void {
    work().catch((error: unknown) =>
      this.logger.warn(`${what} of connection ${id} failed: ${String(error)}`),
    );
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : 'unknown failure';
}
