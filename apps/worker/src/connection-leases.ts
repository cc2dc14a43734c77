import { SessionLocks } from '@app/database';
import { Injectable } from '@nestjs/common';

/** At most one worker fetches for a connection; a lease ends with the worker's database connection. */
@Injectable()
export class ConnectionLeases {
  constructor(private readonly locks: SessionLocks) {}

  /** @returns what gives the lease back, or null while another worker has it */
  async take(connectionId: string): Promise<(() => Promise<void>) | null> {
    return this.locks.tryTake(`pull:${connectionId}`);
  }
}
