import { Injectable } from '@nestjs/common';
import { ChangeFeedRepository, ConnectionRepository, Database } from '@app/database';
import type { SessionState } from '@app/connector-kit';

/** Shows the state of a connection's session to the connections page. */
@Injectable()
export class RecordSessionStateService {
  constructor(
    private readonly database: Database,
    private readonly connections: ConnectionRepository,
    private readonly changeFeed: ChangeFeedRepository,
  ) {}

  /** @param state null when no worker runs it any more */
  async record(connectionId: string, state: SessionState | null): Promise<void> {
    await this.database.transaction(async (tx) => {
      await this.connections.setSessionState(tx, connectionId, state && stored(state));
      await this.changeFeed.append(tx, [
        { topic: 'connection', entityId: connectionId, kind: 'session-changed' },
      ]);
    });
  }
}

function stored(state: SessionState) {
  if (state.status !== 'pairing') return state;
  return { ...state, expiresAt: state.expiresAt?.toISOString() };
}
