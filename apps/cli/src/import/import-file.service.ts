import { setTimeout as delay } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { ManageConnectionService } from '@app/connections';
import type { ParsedEvent } from '@app/connector-kit';
import { conflictOf, ROW_EVENT_KIND, saysTheSame } from '@app/connectors';
import { ConnectionRepository, LedgerRepository } from '@app/database';
import { DrainLedgerService, RecordEventsService } from '@app/ingestion';

export interface ImportTally {
  /** Rows that the file has, empty lines not counted. */
  rows: number;
  stored: number;
  /** Stored by an earlier run of the same import. */
  alreadyThere: number;
  /** Lines that could not be read, and rows whose id another row has with another content. */
  unreadable: number;
}

const CHANNEL = 'file';
const BATCH_ROWS = 500;
const PAUSE_MS = 100;

type Row = Extract<ParsedEvent, { status: 'readable' }>;

/** Brings rows into the ledger and turns them into reports. Safe to end at any moment and to run again. */
@Injectable()
export class ImportFileService {
  constructor(
    private readonly connections: ConnectionRepository,
    private readonly manager: ManageConnectionService,
    private readonly ledger: LedgerRepository,
    private readonly events: RecordEventsService,
    private readonly drain: DrainLedgerService,
  ) {}

  /** @returns the id of the file connection of this name, made when there is none */
  async connection(name: string): Promise<string> {
    const existing = (await this.connections.all()).find(
      (row) => row.channel === CHANNEL && row.name === name,
    );
    return existing?.id ?? (await this.manager.create(CHANNEL, name, {})).id;
  }

  /** @param onProgress told the number of rows that are on disk */
  async store(
    connectionId: string,
    events: AsyncIterable<ParsedEvent>,
    onProgress: (rows: number) => void,
  ): Promise<ImportTally> {
    const tally: ImportTally = { rows: 0, stored: 0, alreadyThere: 0, unreadable: 0 };
    for await (const batch of batchesOf(events, BATCH_ROWS)) {
      const checked = await this.withConflicts(connectionId, batch);
      const isUnreadable = (event: ParsedEvent): boolean => event.status === 'unreadable';
      const { stored, duplicates } = await this.events.record(connectionId, checked);
      tally.rows += batch.length;
      tally.stored += stored;
      tally.alreadyThere += duplicates;
      tally.unreadable += checked.filter(isUnreadable).length;
      onProgress(tally.rows);
    }
    return tally;
  }

  /** Works the ledger off, together with a worker if one runs, until nothing of this connection waits. */
  async finish(connectionId: string): Promise<void> {
    for (;;) {
      await this.drain.drainAll();
      if (!(await this.ledger.hasPending(connectionId))) return;
      await delay(PAUSE_MS);
    }
  }

  /** A row whose id is taken by another content would be lost behind it: a person shall look at it instead. */
  private async withConflicts(connectionId: string, batch: readonly ParsedEvent[]): Promise<ParsedEvent[]> {
    const rows = batch.filter((event): event is Row => event.status === 'readable');
    const ids = rows.map((row) => row.externalId);
    const known = await this.ledger.payloads(connectionId, ROW_EVENT_KIND, ids);
    const said = new Map(
      [...known].map(([id, bytes]) => [id, JSON.parse(bytes.toString('utf8')) as unknown]),
    );
    return batch.map((event) => {
      if (event.status === 'unreadable') return event;
      const stored = said.get(event.externalId);
      if (stored !== undefined && !saysTheSame(stored, event.payload)) return conflictOf(event);
      said.set(event.externalId, event.payload);
      return event;
    });
  }
}

async function* batchesOf<Item>(items: AsyncIterable<Item>, size: number): AsyncGenerator<Item[]> {
  let batch: Item[] = [];
  for await (const item of items) {
    batch.push(item);
    if (batch.length < size) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}
