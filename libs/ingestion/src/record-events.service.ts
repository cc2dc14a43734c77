import { Injectable } from '@nestjs/common';
import { LedgerRepository, type LedgerEntry } from '@app/database';
import { contentId, type ParsedEvent, type PullPage } from '@app/connector-kit';
import { JobPublisher } from '@app/queues';
import { cleanText } from '@app/report-model';
import { MicroBatch } from './micro-batch.js';

export interface RecordOutcome {
  readonly stored: number;
  readonly duplicates: number;
}

const MAX_BATCH = 1_000;
/** Nudges closer together than this are one: the drain takes everything that is there. */
const NUDGE_INTERVAL_MS = 40;

/** The one way into the ledger. When it resolves, the events are on disk. */
@Injectable()
export class RecordEventsService {
  private readonly batch: MicroBatch<LedgerEntry, boolean>;
  private nudge: NodeJS.Timeout | null = null;
  private lastNudge = 0;

  constructor(
    private readonly ledger: LedgerRepository,
    private readonly jobs: JobPublisher,
  ) {
    this.batch = new MicroBatch((entries) => this.ledger.store(entries), MAX_BATCH);
  }

  /** Stores the events of one delivery; those that came before are counted and change nothing. */
  async record(connectionId: string, events: readonly ParsedEvent[]): Promise<RecordOutcome> {
    const isNew = await this.batch.add(events.map((event) => entryOf(connectionId, event)));
    return this.told(isNew);
  }

  /**
   * Stores a fetched page together with its cursor.
   * @throws CursorMovedError when another worker has fetched meanwhile
   */
  async recordPage(connectionId: string, page: PullPage, fromCursor: string | null): Promise<RecordOutcome> {
    const entries = page.events.map((event) => entryOf(connectionId, event));
    return this.told(await this.ledger.storePage(connectionId, entries, fromCursor, page.nextCursor));
  }

  private told(isNew: readonly boolean[]): RecordOutcome {
    const stored = isNew.filter(Boolean).length;
    if (stored > 0) this.nudgeDrain();
    return { stored, duplicates: isNew.length - stored };
  }

  private nudgeDrain(): void {
    if (this.nudge) return;
    const wait = Math.max(0, this.lastNudge + NUDGE_INTERVAL_MS - Date.now());
    this.nudge = setTimeout(() => {
      this.nudge = null;
      this.lastNudge = Date.now();
      void this.jobs.publish('drain-ledger', {});
    }, wait);
  }
}

function entryOf(connectionId: string, event: ParsedEvent): LedgerEntry {
  if (event.status === 'unreadable') {
    const externalId = contentId(event.bytes);
    return {
      connectionId,
      kind: 'unreadable',
      externalId,
      conversationKey: externalId,
      payload: event.bytes,
      unreadableReason: cleanText(event.reason).slice(0, 500),
    };
  }
  return {
    connectionId,
    kind: event.kind,
    externalId: cleanText(event.externalId),
    conversationKey: cleanText(event.conversationKey),
    payload: Buffer.from(JSON.stringify(event.payload)),
  };
}
