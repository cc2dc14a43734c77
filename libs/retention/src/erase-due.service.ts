import { Injectable } from '@nestjs/common';
import {
  Database,
  ErasureRepository,
  LegalHoldRepository,
  MessageChangeRepository,
  RetentionRepository,
  RetentionRunRepository,
  SettingRepository,
  type ContactLimits,
  type DueReport,
  type LogKind,
  type Queryable,
  type ReportKind,
} from '@app/database';
import type { RetentionKind, RetentionSettings } from '@app/report-model';
import { erasedTo, EVENTS_ERASED_TO, planEvents } from './erase-events.js';
import { contactLimitsOf, limitOf } from './retention-limits.js';
import type { RunTally } from './run-tally.js';

/** Short transactions: nobody who works on a report waits long for this. */
const BATCH = 100;
const EVENTS = 1_000;

export interface RetentionWork {
  readonly id: string;
  readonly tally: RunTally;
  readonly settings: RetentionSettings;
  readonly now: Date;
  readonly signal: AbortSignal;
}

/** Erases what one rule says, batch by batch. */
@Injectable()
export class EraseDueService {
  constructor(
    private readonly database: Database,
    private readonly retention: RetentionRepository,
    private readonly erasure: ErasureRepository,
    private readonly holds: LegalHoldRepository,
    private readonly runs: RetentionRunRepository,
    private readonly settings: SettingRepository,
    private readonly timeline: MessageChangeRepository,
  ) {}

  async erase(work: RetentionWork, kind: RetentionKind): Promise<void> {
    const before = limitOf(work.settings, kind, work.now);
    if (kind === 'raw-events') return this.eraseEvents(work, before);
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
      await this.batch(work, kind, page, async (tx, given) => {
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
      await this.batch(work, kind, page, async (tx, given) => {
        const ids = await this.retention.lockContacts(tx, limits, given);
        await this.erasure.eraseContacts(tx, ids);
        return kind === 'contacts' ? ids.length : 0;
      });
    }
  }

  /** One that fails is tried alone, so that its neighbours go. */
  private async batch(
    { id, tally }: RetentionWork,
    kind: RetentionKind,
    page: readonly { readonly id: string; readonly ticketCode?: string; readonly isHeld: boolean }[],
    erase: (tx: Queryable, ids: readonly string[]) => Promise<number>,
  ): Promise<void> {
    const free = page.filter(({ isHeld }) => !isHeld);
    const attempt = (items: typeof free) =>
      this.database.transaction(async (tx) => {
        await this.holds.keepOut(tx);
        const erased = await erase(
          tx,
          items.map((item) => item.id),
        );
        await this.runs.note(tx, id, tally.resultsWith(kind, erased));
        return erased;
      });
    tally.add(kind, { held: page.length - free.length });
    if (free.length === 0) return;
    try {
      tally.add(kind, { erased: await attempt(free) });
    } catch {
      for (const item of free) {
        try {
          tally.add(kind, { erased: await attempt([item]) });
        } catch {
          tally.fail(kind, item.ticketCode ?? item.id);
        }
      }
    }
  }

  private async eraseEvents({ id, tally, signal }: RetentionWork, before: Date): Promise<void> {
    const kind = 'raw-events';
    const stored = (await this.settings.some([EVENTS_ERASED_TO]))[EVENTS_ERASED_TO];
    let after: string | null = String(stored ?? 0);
    let isComplete = true;
    while (after !== null && !signal.aborted) {
      const from: string = after;
      const step = await this.database.transaction(async (tx) => {
        await this.holds.keepOut(tx);
        const page = await this.retention.events(before, from, EVENTS, tx);
        const planned = planEvents(page);
        await this.erasure.eraseEvents(tx, planned.erase);
        if (isComplete) await this.settings.set(tx, EVENTS_ERASED_TO, erasedTo(from, page, planned));
        await this.runs.note(tx, id, tally.resultsWith(kind, planned.erase.length));
        return planned;
      });
      tally.add(kind, { erased: step.erase.length, held: step.held });
      isComplete &&= step.firstKept === null;
      after = step.next;
    }
  }

  private async trimLog({ id, tally, signal }: RetentionWork, kind: LogKind, before: Date): Promise<void> {
    let erased: number;
    do {
      erased = await this.database.transaction(async (tx) => {
        const count = await this.retention.trimLog(tx, kind, before, EVENTS);
        await this.runs.note(tx, id, tally.resultsWith(kind, count));
        return count;
      });
      tally.add(kind, { erased });
    } while (erased > 0 && !signal.aborted);
  }
}
