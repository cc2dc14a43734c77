import { Injectable } from '@nestjs/common';
import { idSchema } from '@app/api-contract';
import { OpenConnectionService } from '@app/connections';
import type { HostedApi, HostedApiHost, PublicReport, PublicReportFilter } from '@app/connector-kit';
import { PublicReportRepository, TrackingRepository, type PublicReportRow } from '@app/database';
import { RecordEventsService } from '@app/ingestion';
import { maskPersonalData } from '@app/triage';
import { settledSubmission } from '../submissions/settled-submission.js';

export interface OpenHostedApi {
  readonly api: HostedApi<unknown>;
  readonly host: HostedApiHost<unknown>;
}

/** What stands behind the interface of one connection. */
@Injectable()
export class OpenHostedApiService {
  constructor(
    private readonly opener: OpenConnectionService,
    private readonly events: RecordEventsService,
    private readonly tracking: TrackingRepository,
    private readonly publicReports: PublicReportRepository,
  ) {}

  /** @returns null when there is no connection of this channel with this id */
  async open(channel: string, id: string): Promise<OpenHostedApi | null> {
    if (!idSchema.safeParse(id).success) return null;
    const open = await this.opener.byId(id);
    const api = open?.connector.api;
    if (!open || !api || open.row.channel !== channel) return null;
    const { row, context } = open;
    return {
      api,
      host: {
        settings: context.settings,
        takesReports: row.status === 'active',
        now: () => context.now(),
        store: async (event) => void (await this.events.record(id, [event])),
        ticketOf: (kind, externalId) => settledSubmission(this.tracking, id, kind, externalId),
        reports: (filter) => this.reports(id, filter),
        withoutPersonalData: maskPersonalData,
      },
    };
  }

  private async reports(connectionId: string, filter: PublicReportFilter): Promise<PublicReport[]> {
    return (await this.publicReports.ofConnection(connectionId, filter)).map(publicReport);
  }
}

function publicReport(row: PublicReportRow): PublicReport {
  const { kind, externalId, payload, eventReceivedAt: receivedAt, ...report } = row;
  const content: unknown = JSON.parse(payload.toString('utf8'));
  const answer = report.answer && maskPersonalData(report.answer);
  return { ...report, answer, openedBy: { kind, externalId, receivedAt, payload: content } };
}
