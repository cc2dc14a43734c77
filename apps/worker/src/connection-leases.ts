import { SessionLocks } from '@app/database';
import { Injectable } from '@nestjs/common';

/** At most one worker does a connection's work of a kind; a lease ends with the worker's database connection. */
@Injectable()
export class ConnectionLeases {
  constructor(private readonly locks: SessionLocks) {}

  /**
   * @param onLost the lease is gone before it was given back, and may be another worker's by now
   * @returns what gives the lease back, or null while another worker has it
   */
  async take(
    kind: 'pull' | 'session',
    connectionId: string,
    onLost?: () => void,
  ): Promise<(() => Promise<void>) | null> {
    return this.locks.tryTake(`${kind}:${connectionId}`, onLost);
  }
}
