import { Injectable } from '@nestjs/common';
import {
  Database,
  ErasureRepository,
  MessageChangeRepository,
  RetentionRepository,
  RetentionRunRepository,
  type ContactLimits,
  type DueReport,
  type LogKind,
  type ReportKind,
} from '@app/database';
import type { RetentionKind } from '@app/report-model';
import { BatchEraser, type RetentionWork } from './batch-eraser.js';
import { EraseEventsService } from './erase-events.service.js';
import { ErasePeopleService } from './erase-people.service.js';
import { contactLimitsOf, limitOf } from './retention-limits.js';

/** Short transactions: nobody who works on a report waits long for this. */
const BATCH = 100;
const LOG_ROWS = 1_000;

/** Erases what one rule says, batch by batch. */
@Injectable()
export class EraseDueService {
  constructor(
    private readonly database: Database,
    private readonly retention: RetentionRepository,
    private readonly erasure: ErasureRepository,
    private readonly people: ErasePeopleService,
    private readonly events: EraseEventsService,
    private readonly batches: BatchEraser,
    private readonly runs: RetentionRunRepository,
    private readonly timeline: MessageChangeRepository,
  ) {}

  async erase(work: RetentionWork, kind: RetentionKind): Promise<void> {
    const before = limitOf(work.settings, kind, work.now);
    if (kind === 'raw-events') return this.events.erase(work, before);
    if (kind === 'quarantine') return this.events.eraseSetAside(work, before);
    if (kind === 'contents' || kind === 'attachments') return this.eraseReports(work, kind, before);
    if (kind === 'contacts') return this.eraseContacts(work, kind, contactLimitsOf(work.settings, work.now));
    if (kind !== 'spam') return this.trimLog(work, kind, before);
    await this.eraseReports(work, kind, before);
    await this.eraseContacts(work, kind, { endedBefore: null, spamBefore: before });
  }

  private async eraseReports(work: RetentionWork, kind: ReportKind, before: Date): Promise<void> {
    let after: DueReport | null = null;
    while (!work.signal.aborted) {
      const page: DueReport[] = await this.retention.reports(kind, before, after, BATCH);
      after = page.at(-1) ?? null;
      if (after === null) return;
      await this.batches.erase(work, kind, page, async (tx, given) => {
        const ids = await this.retention.lockReports(tx, kind, before, given);
        if (kind !== 'attachments') await this.erasure.eraseContents(tx, ids);
        if (kind !== 'contents') await this.erasure.eraseMedia(tx, ids);
        const entry = { kind: 'erased', actorKind: 'system', data: { what: kind } } as const;
        await this.timeline.appendTimeline(
          tx,
          ids.map((reportId) => ({ reportId, ...entry })),
        );
        return ids.length;
      });
    }
  }

  private async eraseContacts(
    work: RetentionWork,
    kind: RetentionKind,
    limits: ContactLimits,
  ): Promise<void> {
    let after: string | null = null;
    while (!work.signal.aborted) {
      const page = await this.retention.contacts(limits, after, BATCH);
      after = page.at(-1)?.id ?? null;
      if (after === null) return;
      await this.batches.erase(work, kind, page, async (tx, given) => {
        const ids = await this.retention.lockContacts(tx, limits, given);
        await this.people.erase(tx, ids);
        return kind === 'contacts' ? ids.length : 0;
      });
    }
  }

  private async trimLog({ id, tally, signal }: RetentionWork, kind: LogKind, before: Date): Promise<void> {
    let erased: number;
    do {
      erased = await this.database.transaction(async (tx) => {
        const count = await this.retention.trimLog(tx, kind, before, LOG_ROWS);
        await this.runs.note(tx, id, tally.resultsWith(kind, count));
        return count;
      });
      tally.add(kind, { erased });
    } while (erased > 0 && !signal.aborted);
  }
}
