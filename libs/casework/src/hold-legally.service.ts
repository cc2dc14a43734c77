import { Injectable } from '@nestjs/common';
import { type Actor, userIdOf } from '@app/accounts';
import {
  AuditRepository,
  ChangeFeedRepository,
  Database,
  IncidentRepository,
  LegalHoldRepository,
  MessageChangeRepository,
  newId,
  type IncidentMember,
  type Queryable,
} from '@app/database';
import { CaseworkError } from './casework-error.js';

/** What a court, an auditor or a dispute still needs is erased by no rule and no request. */
@Injectable()
export class HoldLegallyService {
  constructor(
    private readonly database: Database,
    private readonly holds: LegalHoldRepository,
    private readonly incidents: IncidentRepository,
    private readonly timeline: MessageChangeRepository,
    private readonly audit: AuditRepository,
    private readonly changeFeed: ChangeFeedRepository,
  ) {}

  /**
   * @param scope `incident`: every report of its incident, also those that join it later
   * @throws CaseworkError `not-found`, `legal-hold-unchanged`
   */
  async place(
    actor: Actor,
    reportId: string,
    { scope, reason }: { readonly scope: 'report' | 'incident'; readonly reason: string },
  ): Promise<void> {
    await this.database.transaction(async (tx) => {
      const [report] = await this.incidents.lock(tx, [reportId]);
      const incidentId = scope === 'incident' ? report?.incidentId : null;
      if (!report || incidentId === undefined || (scope === 'incident' && incidentId === null)) {
        throw new CaseworkError('not-found', 'No such report, or it is of no incident');
      }
      const userId = userIdOf(actor);
      const held = { reportId: incidentId === null ? reportId : null, incidentId };
      if (!(await this.holds.place(tx, { id: newId(), ...held, reason, userId }))) {
        throw new CaseworkError('legal-hold-unchanged', 'It is on legal hold already');
      }
      const reports = incidentId === null ? [report] : await this.incidents.members(tx, incidentId);
      await this.note(tx, actor, 'legal-hold-placed', held, reports, { scope, reason });
    });
  }

  /** @throws CaseworkError `not-found` */
  async release(actor: Actor, holdId: string, reason: string): Promise<void> {
    await this.database.transaction(async (tx) => {
      const userId = userIdOf(actor);
      const held = await this.holds.release(tx, holdId, reason, userId);
      if (!held) throw new CaseworkError('not-found', 'No such hold, or it was released');
      const { reportId, incidentId } = held;
      const reports =
        incidentId === null
          ? await this.incidents.lock(tx, reportId === null ? [] : [reportId])
          : await this.incidents.members(tx, incidentId);
      const scope = incidentId === null ? 'report' : 'incident';
      await this.note(tx, actor, 'legal-hold-released', held, reports, { scope, reason });
    });
  }

  private async note(
    tx: Queryable,
    actor: Actor,
    kind: 'legal-hold-placed' | 'legal-hold-released',
    { reportId, incidentId }: { readonly reportId: string | null; readonly incidentId: string | null },
    reports: readonly IncidentMember[],
    data: Readonly<Record<string, unknown>>,
  ): Promise<void> {
    const entry = { kind, actorKind: actor.kind, actorId: actor.id, data };
    await this.timeline.appendTimeline(
      tx,
      reports.map(({ id }) => ({ reportId: id, ...entry })),
    );
    const subject = reportId === null ? `incident:${incidentId}` : `report:${reportId}`;
    await this.audit.append(tx, { actor, action: kind, subject, data: { ...data, reports: reports.length } });
    await this.changeFeed.append(
      tx,
      reports.map(({ id, agencyId }) => ({ topic: 'report', entityId: id, kind, agencyId })),
    );
  }
}
