import { Injectable } from '@nestjs/common';
import type { Actor } from '@app/accounts';
import {
  Database,
  IncidentRepository,
  ReportListRepository,
  ReportPlaceRepository,
  type ReportPlace,
  type ReportRow,
} from '@app/database';
import { CaseworkError } from './casework-error.js';
import { maySee } from './change-report.service.js';
import { FindSimilarService, type SimilarReport } from './find-similar.service.js';

export interface ReportIncident {
  /** The reports of the incident that the actor may see, by receipt; empty without one. */
  readonly reports: readonly ReportRow[];
  /** Where the others of them are, where they tell it. */
  readonly places: readonly (ReportPlace & { readonly ticketCode: string })[];
  readonly suggestions: readonly SimilarReport[];
  /** Reports like this one whose class a person has decided. */
  readonly examples: readonly ReportRow[];
}

/** A report beside others: what it was joined with, what it may be joined with, what was decided about its like. */
@Injectable()
export class ReadIncidentService {
  constructor(
    private readonly database: Database,
    private readonly incidents: IncidentRepository,
    private readonly reports: ReportListRepository,
    private readonly places: ReportPlaceRepository,
    private readonly similar: FindSimilarService,
  ) {}

  /** @throws CaseworkError `not-found`, also for reports the actor may not see */
  async read(actor: Actor, reportId: string): Promise<ReportIncident> {
    const report = await this.reports.byId(reportId);
    if (!report || !maySee(actor, report)) throw new CaseworkError('not-found', 'No such report');
    const [reports, suggestions, examples] = await Promise.all([
      report.incidentId === null ? [] : this.members(actor, report.incidentId),
      this.similar.find(actor, report),
      this.similar.confirmedExamples(actor, reportId),
    ]);
    const others = new Map(
      reports.flatMap(({ id, ticketCode }) => (id === reportId ? [] : [[id, ticketCode]])),
    );
    const places = (await this.places.ofReports([...others.keys()])).map((place) => ({
      ...place,
      ticketCode: others.get(place.reportId) ?? '',
    }));
    return { reports, places, suggestions, examples };
  }

  /** The reports of an incident that the actor may see, by receipt. */
  async members(actor: Actor, incidentId: string): Promise<ReportRow[]> {
    const members = await this.incidents.members(this.database, incidentId);
    const rows = await this.reports.byIds(members.map(({ id }) => id));
    return rows.filter((row) => maySee(actor, row));
  }
}
