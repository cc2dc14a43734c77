import { Injectable } from '@nestjs/common';
import { Database, LegalHoldRepository, RetentionRunRepository, type Queryable } from '@app/database';
import type { RetentionKind, RetentionSettings } from '@app/report-model';
import type { RunTally } from './run-tally.js';

export interface RetentionWork {
  readonly id: string;
  readonly tally: RunTally;
  readonly settings: RetentionSettings;
  readonly now: Date;
  readonly signal: AbortSignal;
}

export interface DueItem {
  readonly id: string;
  readonly ticketCode?: string;
  readonly isHeld: boolean;
}

/** Erases a batch in one transaction, which also notes what the run has done by then. */
@Injectable()
export class BatchEraser {
  constructor(
    private readonly database: Database,
    private readonly holds: LegalHoldRepository,
    private readonly runs: RetentionRunRepository,
  ) {}

  /**
   * One that fails is tried alone, so that its neighbours go.
   * @param erase in this transaction, while no hold is placed; returns how many it erased
   */
  async erase(
    { id, tally }: RetentionWork,
    kind: RetentionKind,
    page: readonly DueItem[],
    erase: (tx: Queryable, ids: readonly string[]) => Promise<number>,
  ): Promise<void> {
    const free = page.filter(({ isHeld }) => !isHeld);
    const attempt = async (items: readonly DueItem[]) => {
      const erased = await this.database.transaction(async (tx) => {
        await this.holds.keepOut(tx);
        const count = await erase(
          tx,
          items.map((item) => item.id),
        );
        await this.runs.note(tx, id, tally.resultsWith(kind, count));
        return count;
      });
      tally.add(kind, { erased });
    };
    tally.add(kind, { held: page.length - free.length });
    if (free.length === 0) return;
    try {
      await attempt(free);
    } catch {
      for (const item of free) {
        try {
          await attempt([item]);
        } catch (error) {
          tally.fail(kind, item.ticketCode ?? item.id, error);
        }
      }
    }
  }
}
