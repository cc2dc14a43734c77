import { Injectable } from '@nestjs/common';
import { Database, ErasureRepository, RetentionRepository, SettingRepository } from '@app/database';
import { BatchEraser, type DueItem, type RetentionWork } from './batch-eraser.js';
import { dueOf, EVENTS_ERASED_TO, stepOf } from './erase-events.js';

const BATCH = 1_000;

/** Erases what the ledger keeps of deliveries: of those that were read, and of those that were set aside. */
@Injectable()
export class EraseEventsService {
  constructor(
    private readonly database: Database,
    private readonly retention: RetentionRepository,
    private readonly erasure: ErasureRepository,
    private readonly settings: SettingRepository,
    private readonly batches: BatchEraser,
  ) {}

  async erase(work: RetentionWork, before: Date): Promise<void> {
    let after: string | null = String((await this.settings.some([EVENTS_ERASED_TO]))[EVENTS_ERASED_TO] ?? 0);
    let isComplete = true;
    while (after !== null && !work.signal.aborted) {
      const from: string = after;
      const due = dueOf(await this.retention.events(before, from, BATCH));
      await this.batches.erase(work, 'raw-events', due, (tx, ids) => this.erasure.eraseEvents(tx, ids));
      // Read again: what failed stays, and so does what was put on hold meanwhile.
      const step = stepOf(from, await this.retention.events(before, from, BATCH));
      if (isComplete) await this.settings.set(this.database, EVENTS_ERASED_TO, step.erasedTo);
      isComplete &&= step.isComplete;
      after = step.next;
    }
  }

  async eraseSetAside(work: RetentionWork, before: Date): Promise<void> {
    let after: string | null = '0';
    while (!work.signal.aborted) {
      const page: DueItem[] = await this.retention.setAside(before, after, BATCH);
      after = page.at(-1)?.id ?? null;
      if (after === null) return;
      await this.batches.erase(work, 'quarantine', page, (tx, ids) =>
        this.erasure.eraseSetAside(tx, ids, 'erased unread: its time in quarantine was over'),
      );
    }
  }
}
