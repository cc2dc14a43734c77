import { createReadStream } from 'node:fs';
import path from 'node:path';
import type { Writable } from 'node:stream';
import { readEnvironment, type Environment } from '@app/config';
import { ConnectionsModule } from '@app/connections';
import type { ParsedEvent } from '@app/connector-kit';
import {
  FileEvents,
  mapColumns,
  openFileRows,
  type ColumnMapping,
  type FileFormat,
  type RecognisedFile,
} from '@app/connectors';
import { QuarantineRepository, ReconciliationRepository } from '@app/database';
import { IngestionModule, tallyIsBalanced } from '@app/ingestion';
import { withRuntime } from '../with-application.js';
import { withDatabaseUrl } from '../with-database-url.js';
import { ImportFileModule } from './import-file.module.js';
import { ImportFileService } from './import-file.service.js';
import { rowPreview, type RowPreview } from './row-preview.js';
import { ImportOutput, type ImportSummary } from './import-output.js';

export interface ImportOptions {
  /** `field=column`, see MAPPED_FIELDS. */
  readonly map: readonly string[];
  readonly format?: FileFormat;
  /** Names or account ids under which the office itself writes: its messages are answers, not reports. */
  readonly ours: readonly string[];
  /** Name of the file connection; one for each source keeps their ids apart. */
  readonly connection: string;
  readonly dryRun: boolean;
  readonly json: boolean;
}

const SHOWN_REASONS = 10;
const SHOWN_ROWS = 3;

/**
 * `wadah import`. Returns the exit status: 0, also when rows were set aside (they are listed).
 * @throws MappingError, FileFormatError; an Error of `fs` for a file that cannot be opened
 */
export async function runImport(
  file: string,
  options: ImportOptions,
  streams: { readonly stdout: Writable; readonly stderr: Writable & { readonly isTTY?: boolean } },
): Promise<number> {
  const environment = readEnvironment();
  const opened = await openFileRows(file, environment.WADAH_TIME_ZONE, options.format);
  const columns = mapColumns(options.map, opened.columns, opened.mapping);
  const output = new ImportOutput(streams, options.json, opened.rowCount ?? (await countLines(file)));
  output.began(file, opened.format, columns);
  const events = eventsOf(file, opened, columns, options.ours, environment);
  if (options.dryRun) return dryRun(events, output);
  return withDatabaseUrl(environment, (url) =>
    withRuntime(environment, url, [ConnectionsModule, IngestionModule, ImportFileModule], async (app) => {
      const importer = app.get(ImportFileService);
      const connectionId = await importer.connection(options.connection);
      const tally = await importer.store(connectionId, events, opened.living, (done) => output.stored(done));
      output.draining();
      await importer.finish(connectionId);
      const aside = app.get(QuarantineRepository, { strict: false });
      const reconciliation = await app.get(ReconciliationRepository, { strict: false }).tally();
      output.ended({
        ...tally,
        quarantine: (await aside.page(connectionId, 'quarantined', null, SHOWN_REASONS)).map(
          ({ reason }) => reason,
        ),
        isBalanced: tallyIsBalanced(reconciliation),
      });
      return 0;
    }),
  );
}

async function* eventsOf(
  file: string,
  { rows, living }: RecognisedFile,
  columns: ColumnMapping,
  ours: readonly string[],
  { WADAH_TIME_ZONE: timeZone }: Environment,
): AsyncGenerator<ParsedEvent> {
  const exportedAt = living?.exportedAt;
  const kept = { fileName: path.basename(file), timeZone, ...(exportedAt !== undefined && { exportedAt }) };
  const maker = new FileEvents(kept, columns, ours);
  for await (const row of rows) yield maker.eventOf(row);
}

/** Reads the whole file and stores nothing. */
async function dryRun(events: AsyncIterable<ParsedEvent>, output: ImportOutput): Promise<number> {
  const reasons: string[] = [];
  const first: RowPreview[] = [];
  const summary = { rows: 0, stored: 0, changed: 0, alreadyThere: 0, unreadable: 0 };
  for await (const event of events) {
    output.stored(++summary.rows);
    if (event.status === 'readable') {
      const preview = first.length < SHOWN_ROWS ? rowPreview(event) : null;
      if (preview) first.push(preview);
      continue;
    }
    summary.unreadable += 1;
    if (reasons.length < SHOWN_REASONS) reasons.push(event.reason);
  }
  output.previewed(first);
  const ended: ImportSummary = { ...summary, quarantine: reasons, isBalanced: null };
  output.ended(ended);
  return 0;
}

async function countLines(file: string): Promise<number> {
  let lines = 1;
  for await (const chunk of createReadStream(file) as AsyncIterable<Buffer>) {
    for (let at = chunk.indexOf(0x0a); at !== -1; at = chunk.indexOf(0x0a, at + 1)) lines += 1;
  }
  return lines;
}
