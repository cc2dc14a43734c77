import { Injectable } from '@nestjs/common';
import {
  ChangeFeedRepository,
  Database,
  MessageChangeRepository,
  ReportRatingRepository,
  type ReportRatingRow,
} from '@app/database';

/** What a citizen says of the answer, on the page of their own report. */
@Injectable()
export class RateAnswerService {
  constructor(
    private readonly database: Database,
    private readonly ratings: ReportRatingRepository,
    private readonly timeline: MessageChangeRepository,
    private readonly changeFeed: ChangeFeedRepository,
  ) {}

  async ofReport(reportId: string): Promise<ReportRatingRow | null> {
    return this.ratings.ofReport(reportId);
  }

  /** @param stars 1 (not helped at all) to 5 (very well); the same again changes nothing */
  async rate(
    report: { readonly id: string; readonly agencyId: string | null },
    stars: number,
    words: string,
  ): Promise<void> {
    await this.database.transaction(async (tx) => {
      if (!(await this.ratings.put(tx, report.id, stars, words))) return;
      await this.timeline.appendTimeline(tx, [
        { reportId: report.id, kind: 'rated', actorKind: 'citizen', data: { stars } },
      ]);
      await this.changeFeed.append(tx, [
        { topic: 'report', entityId: report.id, kind: 'rated', agencyId: report.agencyId },
      ]);
    });
  }
}
