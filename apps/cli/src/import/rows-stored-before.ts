import type { ParsedEvent } from '@app/connector-kit';
import {
  conflictOf,
  isOutdated,
  isSameRow,
  ROW_EVENT_KIND,
  ROW_VERSION_KIND,
  saysTheSame,
  versionOf,
  type RowEvent,
} from '@app/connectors';
import type { LedgerRepository } from '@app/database';

interface StoredRow {
  readonly event: RowEvent;
  readonly version: number;
}

/** Compares the rows of one run of an import, batch by batch, with those of the runs before it. */
export class RowsStoredBefore {
  /** The rows of this run by their ids, and what was recorded for each. */
  private readonly said = new Map<string, { readonly row: RowEvent; readonly recorded: RowEvent }>();

  /**
   * @param isLiving whether another export's row with other values is an edit
   * @param hasUniqueIds whether no id stands twice in the file
   */
  constructor(
    private readonly ledger: Pick<LedgerRepository, 'payloads'>,
    private readonly connectionId: string,
    private readonly isLiving: boolean,
    private readonly hasUniqueIds = false,
  ) {}

  /**
   * What to record in place of a batch: each row as it is, as an edit of the one stored before, or, where its id is
   * taken by another content, as a conflict for a person to look at: it would be lost behind that one.
   */
  async compare(batch: readonly ParsedEvent[]): Promise<ParsedEvent[]> {
    const rows = batch.filter((event): event is RowEvent => event.status === 'readable');
    const stored = await this.latest(rows);
    // Without edits the ledger knows the batches before this one; a file of any length must fit the memory.
    if (!this.isLiving || this.hasUniqueIds) this.said.clear();
    return batch.map((event) => {
      if (event.status === 'unreadable') return event;
      const earlier = this.said.get(event.externalId);
      if (earlier)
        return saysTheSame(earlier.row.payload, event.payload) ? earlier.recorded : conflictOf(event);
      const recorded = this.compareRow(event, stored.get(event.externalId));
      if (recorded.status === 'readable') this.said.set(event.externalId, { row: event, recorded });
      return recorded;
    });
  }

  private compareRow(event: RowEvent, stored: StoredRow | undefined): ParsedEvent {
    if (!stored) return event;
    if (wasErased(stored.event.payload)) return stored.event;
    if (!this.isLiving) return saysTheSame(stored.event.payload, event.payload) ? event : conflictOf(event);
    const isKnown = isSameRow(stored.event.payload, event.payload);
    if (isKnown || isOutdated(stored.event.payload, event.payload)) return stored.event;
    return versionOf(event, stored.version + 1);
  }

  /** The rows as they were last stored, by their own ids. */
  private async latest(rows: readonly RowEvent[]): Promise<Map<string, StoredRow>> {
    const found = new Map<string, StoredRow>();
    let asked = rows.map((event): StoredRow => ({ event, version: 1 }));
    while (asked.length > 0) {
      const [first] = asked;
      const kind = first?.version === 1 ? ROW_EVENT_KIND : ROW_VERSION_KIND;
      const versions = new Map(
        asked.map(({ event, version }) => [
          version === 1 ? event.externalId : versionOf(event, version).externalId,
          { event, version },
        ]),
      );
      const payloads = await this.ledger.payloads(this.connectionId, kind, [...versions.keys()]);
      asked = [];
      for (const [externalId, bytes] of payloads) {
        const one = versions.get(externalId);
        if (!one) continue;
        const payload = JSON.parse(bytes.toString('utf8')) as unknown;
        found.set(one.event.externalId, {
          event: { ...one.event, kind, externalId, payload },
          version: one.version,
        });
        if (this.isLiving) asked.push({ event: one.event, version: one.version + 1 });
      }
    }
    return found;
  }
}

/** Its time was over: what the row said is not known any more, and must not come back. */
function wasErased(payload: unknown): boolean {
  return typeof payload === 'object' && payload !== null && 'erased' in payload;
}
