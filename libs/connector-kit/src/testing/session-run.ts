import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { ConnectorContext } from '../context.js';
import type { ParsedEvent } from '../raw-event.js';
import type { SessionSource, SessionState } from '../session.js';
import { idsOf } from './event-ids.js';

const PAUSE_MS = 20;
const LIMIT_MS = 30_000;

/** What a host keeps of a connection over several runs of its session. */
export interface SessionKeep {
  cursor: string | null;
  readonly folder: string;
}

export async function makeKeep(): Promise<SessionKeep> {
  return { cursor: null, folder: await mkdtemp(path.join(tmpdir(), 'wadah-session-')) };
}

export async function dropKeep({ folder }: SessionKeep): Promise<void> {
  await rm(folder, { recursive: true, force: true });
}

/** One run of a session, as the host makes it. */
export class SessionRun<Settings> {
  readonly states: SessionState[] = [];
  readonly stored: ParsedEvent[] = [];
  session: unknown = null;
  /** How often storing was refused. */
  refused = 0;
  readonly ended: Promise<{ readonly error: unknown } | null>;
  private readonly stopping = new AbortController();
  private isOver = false;

  /** @param canStore false: what comes in cannot be stored */
  constructor(
    source: SessionSource<Settings>,
    context: ConnectorContext<Settings>,
    keep: SessionKeep,
    canStore = true,
  ) {
    const run = source.run({
      ...context,
      signal: this.stopping.signal,
      ...keep,
      emit: async (events, cursor) => {
        if (!canStore) {
          this.refused += 1;
          throw new Error('The disk is full');
        }
        this.stored.push(...events);
        keep.cursor = cursor ?? keep.cursor;
      },
      report: (state) => void this.states.push(state),
      offer: (session) => {
        this.session = session;
      },
    });
    this.ended = run.then(
      () => null,
      (error: unknown) => ({ error }),
    );
    void this.ended.then(() => (this.isOver = true));
  }

  get isOpen(): boolean {
    return this.states.at(-1)?.status === 'open';
  }

  get storedIds(): (string | null)[] {
    return idsOf(this.stored);
  }

  /** @returns null after an end in order */
  async stop(): Promise<{ readonly error: unknown } | null> {
    this.stopping.abort();
    return this.ended;
  }

  /** @throws Error when the session ends first, or after half a minute */
  async until(what: string, isSo: () => boolean): Promise<void> {
    const end = Date.now() + LIMIT_MS;
    while (!isSo()) {
      if (Date.now() > end) {
        await this.stop();
        throw new Error(`${what}: not within ${LIMIT_MS} ms`);
      }
      if (this.isOver) throw new Error(`${what}: the session ended first (${describe(await this.ended)})`);
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
    }
  }
}

function describe(end: { readonly error: unknown } | null): string {
  return end ? String(end.error) : 'in order';
}
