import { recordedBodies, type RecordedFile, type ReplayStep } from '@app/connector-kit';
import { z } from 'zod';
import { FileEvents } from './file.events.js';
import type { FileRow } from './file.rows.js';
import { isSp4nLapor, openSp4nLapor } from './file.sp4n-lapor.js';

const rowSchema = z.looseObject({ 'Tracking ID': z.string().min(1) });
/** Of the times in a recorded row. */
const TIME_ZONE = 'Asia/Jakarta';

/** Rows of the SP4N-LAPOR! export, by their columns' names; whole files come in with `wadah import`. */
export async function replayFile(file: RecordedFile): Promise<readonly ReplayStep[]> {
  const bodies = recordedBodies(file).flatMap((body): unknown[] => (Array.isArray(body) ? body : [body]));
  return Promise.all(bodies.map((body) => stepOf(body, file.name)));
}

async function stepOf(body: unknown, fileName: string): Promise<ReplayStep> {
  const record = rowSchema.safeParse(body).data ?? {};
  const cells = Object.entries(record).map(([name, value]) => [name, String(value ?? '')] as const);
  // The id stands first in the export, whatever a recording has before it.
  cells.sort(([a], [b]) => Number(b === 'Tracking ID') - Number(a === 'Tracking ID'));
  const sheet = [cells.map(([name]) => name), cells.map(([, value]) => value)];
  if (!isSp4nLapor(sheet))
    return { by: 'nobody', reason: 'Not a row of an export; files come in with "wadah import"' };
  const { rows, mapping = {} } = openSp4nLapor(sheet, TIME_ZONE);
  const all: FileRow[] = [];
  for await (const row of rows) all.push(row);
  const events = new FileEvents({ fileName, timeZone: TIME_ZONE }, mapping);
  return { by: 'ledger', events: all.map((row) => events.eventOf(row)) };
}
