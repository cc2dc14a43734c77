import { Injectable } from '@nestjs/common';
import { ChangeFeedRepository, ClockRepository, Database } from '@app/database';
import { dueDates, ReadClocksService } from './read-clocks.service.js';

const BATCH_SIZE = 1_000;

/** Sets the due dates of all open reports anew, after the calendar or the service levels have changed. */
@Injectable()
export class RecalculateClocksService {
  constructor(
    private readonly database: Database,
    private readonly clocks: ClockRepository,
    private readonly changeFeed: ChangeFeedRepository,
    private readonly reader: ReadClocksService,
  ) {}

  /** Safe to run twice and at the same time as the drain. @returns how many due dates changed */
  async recalculate(): Promise<number> {
    let changed = 0;
    for (let after: string | null = null; ;) {
      const [batch, last]: [number, string | null] = await this.database.transaction(async (tx) => {
        const rules = await this.reader.rules(tx);
        const reports = await this.clocks.openAfter(tx, after, BATCH_SIZE);
        const moved = await this.clocks.setDue(
          tx,
          reports.map((report) => ({ id: report.id, ...dueDates(report, rules) })),
        );
        return [moved, reports.at(-1)?.id ?? null];
      });
      changed += batch;
      if (last === null) break;
      after = last;
    }
    if (changed > 0) {
      await this.database.transaction((tx) =>
        this.changeFeed.append(tx, [{ topic: 'settings', entityId: 'clocks', kind: 'changed' }]),
      );
    }
    return changed;
  }
}
