import type { ServerResponse } from 'node:http';
import type { Actor } from '@app/accounts';
import type { ChangeRow } from '@app/database';
import { changeFrame, heartbeatFrame, maySeeChange, positionFrame, resetFrame } from './event-frames.js';
import type { Start } from './resume-position.js';

const RETRY_MS = 2_000;
/** A client that lets this much pile up is closed: it comes back by itself, from where it was. */
const MAX_WAITING_BYTES = 1024 * 1024;

/** One open stream. `position` is the last change it was sent or had no right to see. */
export class LiveClient {
  position: bigint;
  /** Whether it gets new changes as they come; before that it reads what it has missed. */
  isLive = false;

  constructor(
    private readonly stream: ServerResponse,
    private readonly actor: Actor,
    start: Start,
    /** False when the session or token that opened the stream has ended. */
    readonly isStillAllowed: () => Promise<boolean>,
  ) {
    this.position = start.position;
    this.stream.write(`retry: ${RETRY_MS}\n\n`);
    this.stream.write(start.isReset ? resetFrame(this.position) : positionFrame(this.position));
  }

  get isClosed(): boolean {
    return this.stream.destroyed || this.stream.writableEnded;
  }

  onClose(listener: () => void): void {
    this.stream.once('close', listener);
  }

  /** Sends what is after {@link position} and visible to the client; the rest is passed over. */
  send(changes: readonly ChangeRow[]): void {
    const fresh = changes.filter((change) => BigInt(change.id) > this.position);
    const last = fresh.at(-1);
    if (!last || this.isClosed) return;
    this.position = BigInt(last.id);
    const text = fresh
      .filter((change) => maySeeChange(this.actor, change))
      .map(changeFrame)
      .join('');
    if (text !== '') this.stream.write(text);
    if (this.isLive && this.stream.writableLength > MAX_WAITING_BYTES) this.stream.destroy();
  }

  /** A frame that has no position; a client that lags behind does without. */
  pass(frame: string, agencyId: string | null): void {
    const maySee = this.actor.role !== 'agency-member' || this.actor.agencyId === agencyId;
    if (maySee && !this.isClosed && !this.stream.writableNeedDrain) this.stream.write(frame);
  }

  /** Resolves when the client has taken what it was sent, or is gone. */
  async drained(): Promise<void> {
    if (this.isClosed || !this.stream.writableNeedDrain) return;
    await new Promise<void>((resolve) => {
      const done = (): void => {
        this.stream.off('drain', done).off('close', done);
        resolve();
      };
      this.stream.once('drain', done).once('close', done);
    });
  }

  heartbeat(): void {
    if (this.isClosed) return;
    this.stream.write(heartbeatFrame(this.position));
    if (this.stream.writableLength > MAX_WAITING_BYTES) this.stream.destroy();
  }

  close(): void {
    this.stream.end();
  }
}
