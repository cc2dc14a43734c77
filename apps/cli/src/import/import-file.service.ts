import { setTimeout as delay } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { ManageConnectionService } from '@app/connections';
import type { ParsedEvent } from '@app/connector-kit';
import { fileConnector, ROW_VERSION_KIND, type OpenedFile } from '@app/connectors';
import { ConnectionRepository, LedgerRepository } from '@app/database';
import { DrainLedgerService, RecordEventsService } from '@app/ingestion';
import { RowsStoredBefore } from './rows-stored-before.js';

export interface ImportTally {
  /** Rows that the file has, empty lines not counted. */
  rows: number;
  stored: number;
  /** Stored before with other values, by an earlier export of the same source. */
  changed: number;
  /** Stored by an earlier run of the same import. */
  alreadyThere: number;
  /** Lines that could not be read, and rows whose id another row has with another content. */
  unreadable: number;
}

const CHANNEL = fileConnector.descriptor.code;
const BATCH_ROWS = 500;
const PAUSE_MS = 100;

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

  /**
   * @param living a row that another export has with other values is an edit instead of a conflict
   * @param onProgress told the number of rows that are on disk
   */
  async store(
    connectionId: string,
    events: AsyncIterable<ParsedEvent>,
    living: OpenedFile['living'],
    onProgress: (rows: number) => void,
  ): Promise<ImportTally> {
    const tally: ImportTally = { rows: 0, stored: 0, changed: 0, alreadyThere: 0, unreadable: 0 };
    const before = new RowsStoredBefore(
      this.ledger,
      connectionId,
      living !== undefined,
      living?.hasUniqueIds,
    );
    for await (const batch of batchesOf(events, BATCH_ROWS)) {
      const checked = await before.compare(batch);
      const edits = await this.events.record(connectionId, checked.filter(isVersion));
      const others = await this.events.record(
        connectionId,
        checked.filter((event) => !isVersion(event)),
      );
      tally.rows += batch.length;
      tally.stored += others.stored;
      tally.changed += edits.stored;
      tally.alreadyThere += edits.duplicates + others.duplicates;
      tally.unreadable += checked.filter(({ status }) => status === 'unreadable').length;
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
}

function isVersion(event: ParsedEvent): boolean {
  return event.status === 'readable' && event.kind === ROW_VERSION_KIND;
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
