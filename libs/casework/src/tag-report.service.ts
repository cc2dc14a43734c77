import { Injectable } from '@nestjs/common';
import type { Actor } from '@app/accounts';
import { ReportMarkRepository } from '@app/database';
import { ChangeReportService } from './change-report.service.js';

const MOST_TAGS = 12;

/** Words of the office's own on a report: lower case, one blank between words. */
@Injectable()
export class TagReportService {
  constructor(
    private readonly changes: ChangeReportService,
    private readonly marks: ReportMarkRepository,
  ) {}

  /** @throws CaseworkError `not-found`, `report-changed` */
  async tag(
    actor: Actor,
    reportId: string,
    change: { readonly add: readonly string[]; readonly remove: readonly string[]; readonly version: number },
  ): Promise<void> {
    await this.changes.change(actor, reportId, change.version, async (tx) => {
      const { tags: from } = await this.marks.state(tx, reportId);
      const removed = change.remove.map(asTag);
      const kept = from.filter((tag) => !removed.includes(tag));
      const tags = [...new Set([...kept, ...change.add.map(asTag)])]
        .filter(Boolean)
        .slice(0, MOST_TAGS)
        .sort();
      if (tags.join() === [...from].sort().join()) return null;
      await this.marks.setTags(tx, reportId, tags);
      return { kind: 'tagged', data: { tags } };
    });
  }
}

function asTag(word: string): string {
  return word.trim().toLowerCase().replace(/^#/, '').replace(/\s+/g, ' ').slice(0, 40);
}
