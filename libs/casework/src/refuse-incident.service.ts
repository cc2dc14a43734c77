import { Injectable } from '@nestjs/common';
import { type Actor, userIdOf } from '@app/accounts';
import {
  ChangeFeedRepository,
  Database,
  IncidentRepository,
  MessageChangeRepository,
  type Queryable,
} from '@app/database';
import { CaseworkError } from './casework-error.js';

type Kind = 'incident-refused' | 'incident-refusal-undone';

/** Two reports are not about the same thing: neither is suggested for the other again, until that is taken back. */
@Injectable()
export class RefuseIncidentService {
  constructor(
    private readonly database: Database,
    private readonly incidents: IncidentRepository,
    private readonly timeline: MessageChangeRepository,
    private readonly changeFeed: ChangeFeedRepository,
  ) {}

  /** @throws CaseworkError `not-found` */
  async refuse(actor: Actor, reportId: string, otherId: string): Promise<void> {
    await this.decide(actor, 'incident-refused', [reportId, otherId], (tx) =>
      this.incidents.refuse(tx, reportId, otherId, userIdOf(actor)),
    );
  }

  /** @throws CaseworkError `not-found` */
  async takeBack(actor: Actor, reportId: string, otherId: string): Promise<void> {
    await this.decide(actor, 'incident-refusal-undone', [reportId, otherId], (tx) =>
      this.incidents.takeRefusalBack(tx, reportId, otherId),
    );
  }

  /** What changes something stands in the timelines of both, each naming the other. */
  private async decide(
    actor: Actor,
    kind: Kind,
    ids: readonly string[],
    change: (tx: Queryable) => Promise<boolean>,
  ): Promise<void> {
    await this.database.transaction(async (tx) => {
      const pair = await this.incidents.lock(tx, ids);
      if (pair.length !== 2) throw new CaseworkError('not-found', 'No two such reports');
      if (!(await change(tx))) return;
      const entry = { kind, actorKind: actor.kind, actorId: actor.id };
      await this.timeline.appendTimeline(
        tx,
        pair.map(({ id }) => {
          const other = pair.find((one) => one.id !== id);
          return { reportId: id, ...entry, data: { with: other?.ticketCode } };
        }),
      );
      await this.changeFeed.append(
        tx,
        pair.map(({ id, agencyId }) => ({ topic: 'report', entityId: id, kind, agencyId })),
      );
    });
  }
}
