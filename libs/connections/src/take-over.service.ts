import { Injectable } from '@nestjs/common';
import {
  ChangeFeedRepository,
  ConnectionRepository,
  Database,
  FormerIdRepository,
  spacedKey,
  SuccessionRepository,
  type ConnectionRow,
  type NamedRow,
  type Queryable,
} from '@app/database';
import { ConnectorRegistry, type Succession } from '@app/connector-kit';
import { ConnectionNotFoundError, ManageConnectionService } from './manage-connection.service.js';

/** What came along, and what the new connection cannot reach (groups, people without a number). */
export interface TakeOver {
  readonly conversations: number;
  readonly reports: number;
  readonly left: number;
}

/** An expected refusal; `code` is what the API answers. */
export class TakeOverError extends Error {
  constructor(
    readonly code: 'take-over-not-possible' | 'connection-busy',
    message: string,
  ) {
    super(message);
  }
}

type Kind = 'identity' | 'conversation';

/** A number moves to another way of connecting: its people and conversations go on there. Safe to run again. */
@Injectable()
export class TakeOverService {
  constructor(
    private readonly database: Database,
    private readonly connections: ConnectionRepository,
    private readonly registry: ConnectorRegistry,
    private readonly manager: ManageConnectionService,
    private readonly successions: SuccessionRepository,
    private readonly formerIds: FormerIdRepository,
    private readonly changeFeed: ChangeFeedRepository,
  ) {}

  /**
   * The predecessor is paused first.
   * @throws ConnectionNotFoundError, TakeOverError
   */
  async takeOver(id: string, predecessorId: string): Promise<TakeOver> {
    const [heir, former] = [await this.required(id), await this.required(predecessorId)];
    const succession = this.successionOf(heir, former);
    if (former.status === 'active') await this.manager.change(former.id, { status: 'paused' });
    return this.database.transaction(async (tx) => {
      if (!(await this.successions.begin(tx, former.id))) {
        throw new TakeOverError(
          'connection-busy',
          'Messages of the old connection are still being handled; try again in a moment',
        );
      }
      const people = await this.renamed(tx, 'identity', succession, {
        rows: await this.successions.identities(tx, this.scopeOf(former)),
        space: `identity ${this.scopeOf(heir)}`,
      });
      await this.successions.moveIdentities(tx, people.moved, {
        scope: this.scopeOf(heir),
        channel: heir.channel,
      });
      const threads = await this.renamed(tx, 'conversation', succession, {
        rows: await this.successions.conversations(tx, former.id),
        space: `conversation ${heir.id}`,
      });
      const to = { connectionId: heir.id, channel: heir.channel };
      const reports = await this.successions.moveConversations(tx, threads.moved, to);
      await this.changeFeed.append(
        tx,
        [heir, former].map((row) => ({ topic: 'connection', entityId: row.id, kind: 'taken-over' })),
      );
      return { conversations: threads.moved.length, reports, left: threads.left };
    });
  }

  /** What the other called so is called here now, also by people who have got a newer id meanwhile. */
  private async renamed(
    tx: Queryable,
    kind: Kind,
    succession: Succession,
    { rows, space }: { readonly rows: readonly NamedRow[]; readonly space: string },
  ): Promise<{ moved: NamedRow[]; left: number }> {
    const named = rows.flatMap(({ id, externalId }) => {
      const name = succession[kind](externalId);
      return name === null ? [] : [{ id, externalId: name }];
    });
    const current = await this.formerIds.current(
      tx,
      named.map(({ externalId }) => ({ space, id: externalId })),
    );
    const moved = named.map(({ id, externalId }) => {
      return { id, externalId: current.get(spacedKey({ space, id: externalId })) ?? externalId };
    });
    return { moved, left: rows.length - moved.length };
  }

  private successionOf(heir: ConnectionRow, former: ConnectionRow): Succession {
    const { succeeds = [] } = this.registry.get(heir.channel).descriptor;
    const found = succeeds.find(({ channel }) => channel === former.channel);
    if (found) return found;
    throw new TakeOverError(
      'take-over-not-possible',
      `A connection of ${heir.channel} cannot go on with the conversations of ${former.channel}`,
    );
  }

  private scopeOf({ id, channel }: ConnectionRow): string {
    const { identityScope, code } = this.registry.get(channel).descriptor;
    return identityScope === 'channel' ? code : id;
  }

  private async required(id: string): Promise<ConnectionRow> {
    const row = await this.connections.byId(id);
    if (!row) throw new ConnectionNotFoundError(id);
    return row;
  }
}
