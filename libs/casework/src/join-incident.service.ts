import { Injectable } from '@nestjs/common';
import { type Actor, userIdOf } from '@app/accounts';
import {
  ChangeFeedRepository,
  Database,
  IncidentRepository,
  LegalHoldRepository,
  MessageChangeRepository,
  newId,
  type IncidentMember,
  type Queryable,
} from '@app/database';
import { parseTicketCode } from '@app/report-model';
import { CaseworkError } from './casework-error.js';

/** Another report: by its id, or by the code that its reporter has. */
export type OtherReport = { readonly otherId: string } | { readonly ticketCode: string };

/**
 * Reports about the same thing become one incident. Each stays a report of its own with its reporter, clocks and
 * answers; joining and leaving move nothing but the mark, and every join can be undone.
 */
@Injectable()
export class JoinIncidentService {
  constructor(
    private readonly database: Database,
    private readonly incidents: IncidentRepository,
    private readonly holds: LegalHoldRepository,
    private readonly timeline: MessageChangeRepository,
    private readonly changeFeed: ChangeFeedRepository,
  ) {}

  /**
   * Joins a report, with all of its incident, to the incident of another report; both open one if there is none yet.
   * Whoever said before that the two are not the same is overruled.
   * @returns the join's id, for undoing. @throws CaseworkError `not-found`, `incident-unchanged`
   */
  async join(actor: Actor, reportId: string, which: OtherReport): Promise<string> {
    return this.database.transaction(async (tx) => {
      const otherId = await this.idOf(tx, which);
      if (otherId === null) throw new CaseworkError('not-found', 'No report has this code');
      const locked = await this.incidents.lock(tx, [reportId, otherId]);
      const report = locked.find(({ id }) => id === reportId);
      const other = locked.find(({ id }) => id === otherId);
      if (!report || !other || report === other) throw new CaseworkError('not-found', 'No two such reports');
      if (report.incidentId !== null && report.incidentId === other.incidentId) {
        throw new CaseworkError('incident-unchanged', 'These reports are of one incident already');
      }
      const userId = userIdOf(actor);
      const former = other.incidentId === null ? null : report.incidentId;
      if (former !== null) await this.refuseHeld(tx, former);
      const incidentId = other.incidentId ?? report.incidentId ?? newId();
      if (other.incidentId === null && report.incidentId === null) {
        await this.incidents.open(tx, incidentId, userId);
      }
      const moved =
        former !== null
          ? await this.incidents.members(tx, former)
          : [report, other].filter((one) => one.incidentId === null);
      const id = newId();
      const reportIds = moved.map((one) => one.id);
      await this.incidents.insertJoin(tx, {
        id,
        incidentId,
        formerIncidentId: former,
        reportIds,
        userId,
      });
      await this.incidents.setIncident(tx, reportIds, incidentId);
      await this.incidents.takeRefusalBack(tx, reportId, otherId);
      await this.note(tx, actor, 'incident-joined', moved, incidentId, (one) => ({
        joinId: id,
        with: (one.id === otherId ? report : other).ticketCode,
      }));
      return id;
    });
  }

  /** Puts the reports of a join back where they were. @throws CaseworkError `not-found` */
  async undo(actor: Actor, joinId: string): Promise<void> {
    await this.database.transaction(async (tx) => {
      const join = await this.incidents.undoJoin(tx, joinId);
      if (!join) throw new CaseworkError('not-found', 'There is no such join, or it was undone');
      const locked = await this.incidents.lock(tx, join.reportIds);
      const moved = locked.filter(({ incidentId }) => incidentId === join.incidentId);
      await this.takeOut(tx, actor, moved, join.incidentId, join.formerIncidentId);
    });
  }

  /** Takes one report out of its incident. @throws CaseworkError `not-found`, `incident-unchanged` */
  async leave(actor: Actor, reportId: string): Promise<void> {
    await this.database.transaction(async (tx) => {
      const [report] = await this.incidents.lock(tx, [reportId]);
      if (!report) throw new CaseworkError('not-found', 'No such report');
      if (report.incidentId === null) {
        throw new CaseworkError('incident-unchanged', 'This report is of no incident');
      }
      await this.takeOut(tx, actor, [report], report.incidentId, null);
    });
  }

  private async idOf(tx: Queryable, which: OtherReport): Promise<string | null> {
    if ('otherId' in which) return which.otherId;
    const code = parseTicketCode(which.ticketCode);
    return code && this.incidents.idOf(tx, code);
  }

  /** An incident of one report is none: the last one is let go as well. */
  private async takeOut(
    tx: Queryable,
    actor: Actor,
    reports: readonly IncidentMember[],
    from: string,
    to: string | null,
  ): Promise<void> {
    await this.refuseHeld(tx, from);
    const ids = reports.map(({ id }) => id);
    await this.incidents.setIncident(tx, ids, to);
    const rest = await this.incidents.members(tx, from);
    const last = rest.length === 1 ? rest : [];
    await this.incidents.setIncident(
      tx,
      last.map(({ id }) => id),
      null,
    );
    await this.note(tx, actor, 'incident-left', [...reports, ...last], from);
  }

  /** What leaves an incident on legal hold would not be on hold any more. */
  private async refuseHeld(tx: Queryable, incidentId: string): Promise<void> {
    if (await this.holds.areIncidentsHeld(tx, [incidentId])) {
      throw new CaseworkError('incident-on-legal-hold', 'The incident is on legal hold');
    }
  }

  /** In the timeline of those that moved; all of the incident are told to the screens. */
  private async note(
    tx: Queryable,
    actor: Actor,
    kind: 'incident-joined' | 'incident-left',
    moved: readonly IncidentMember[],
    incidentId: string,
    about: (report: IncidentMember) => Readonly<Record<string, unknown>> = () => ({}),
  ): Promise<void> {
    const entry = { kind, actorKind: actor.kind, actorId: actor.id };
    await this.timeline.appendTimeline(
      tx,
      moved.map((one) => ({ reportId: one.id, ...entry, data: { incidentId, ...about(one) } })),
    );
    const told = new Map(
      [...moved, ...(await this.incidents.members(tx, incidentId))].map((one) => [one.id, one]),
    );
    await this.changeFeed.append(
      tx,
      [...told.values()].map(({ id, agencyId }) => ({ topic: 'report', entityId: id, kind, agencyId })),
    );
  }
}
