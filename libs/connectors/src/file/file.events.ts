import { createHash } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { contentId, type ParsedEvent } from '@app/connector-kit';
import { cleanText } from '@app/report-model';
import type { ColumnMapping } from './file.mapping.js';
import { rowPayloadSchema, valuesOf, type RowPayload } from './file.payload.js';
import type { FileRow, ReadableRow } from './file.rows.js';

/** PostgreSQL cannot index longer keys; no platform's id comes near. */
const MAX_ID_LENGTH = 500;
export const ROW_EVENT_KIND = 'row';
/** A row that an earlier export had with other values. */
export const ROW_VERSION_KIND = 'row-version';

export type RowEvent = Extract<ParsedEvent, { status: 'readable' }>;

/**
 * Makes events of one file's rows, in the file's order. A row without an id of its own is known by its content and
 * by how many equal rows stood before it: a second import changes nothing, and two equal rows stay two.
 */
export class FileEvents {
  private readonly equalRows = new Map<string, number>();

  constructor(
    private readonly file: Omit<RowPayload, 'lineNumber' | 'record' | 'columns' | 'leftOut' | 'isOurs'>,
    private readonly columns: ColumnMapping,
    /** Names, account ids or addresses under which the office itself writes. */
    private readonly ours: readonly string[] = [],
  ) {}

  eventOf(row: FileRow): ParsedEvent {
    if (!('record' in row)) return unreadable(row.lineNumber, row.problem, row.bytes);
    const { lineNumber, record, leftOut } = row;
    const payload: RowPayload = {
      ...this.file,
      lineNumber,
      columns: this.columns,
      record,
      ...(leftOut !== undefined && { leftOut }),
    };
    const values = valuesOf(payload);
    const isOurs = [values.author, values.authorId, values.handle, values.email].some(
      (name) => name !== undefined && this.ours.includes(name),
    );
    const externalId = values.id === undefined ? this.idOfContent(row) : rowId(values.id);
    return {
      status: 'readable',
      kind: ROW_EVENT_KIND,
      externalId,
      conversationKey: values.conversation ?? values.authorId ?? values.handle ?? externalId,
      payload: isOurs ? { ...payload, isOurs } : payload,
    };
  }

  private idOfContent({ record, identity }: ReadableRow): string {
    const canonical = identity ?? JSON.stringify(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)));
    const digest = createHash('sha256').update(canonical).digest('hex');
    const count = (this.equalRows.get(digest) ?? 0) + 1;
    this.equalRows.set(digest, count);
    return `sha256:${digest}#${count}`;
  }
}

/**
 * Whether two rows with one id say the same. Columns that are not mapped do not count: an export taken later has
 * another status, but it is the same report.
 */
export function saysTheSame(stored: unknown, row: unknown): boolean {
  const [one, other] = [stored, row].map((payload) => rowPayloadSchema.safeParse(payload));
  if (!one?.success || !other?.success) return false;
  return JSON.stringify(valuesOf(one.data)) === JSON.stringify(valuesOf(other.data));
}

/** The row as the n-th different export has it, n from 2: an edit of the row that came first. */
export function versionOf(event: RowEvent, version: number): RowEvent {
  return { ...event, kind: ROW_VERSION_KIND, externalId: `${event.externalId}#${version}` };
}

/** Whether two exports have the row alike in every column, also those that only stand in the payload, as a status. */
export function isSameRow(stored: unknown, row: unknown): boolean {
  const [one, other] = [stored, row].map((payload) => rowPayloadSchema.safeParse(payload));
  if (!one?.success || !other?.success) return false;
  return isDeepStrictEqual(one.data.record, other.data.record) && saysTheSame(stored, row);
}

/** Whether the row stands in an export that was made before the one it was last stored from. */
export function isOutdated(stored: unknown, row: unknown): boolean {
  const [one, other] = [stored, row].map((payload) => rowPayloadSchema.safeParse(payload).data?.exportedAt);
  return one !== undefined && other !== undefined && other < one;
}

/** The row that is stored for a person to look at, instead of being lost behind another with the same id. */
export function conflictOf(event: RowEvent): ParsedEvent {
  const { lineNumber, record } = event.payload as RowPayload;
  const problem = `id "${event.externalId.slice(0, 80)}" sudah dipakai baris lain dengan isi berbeda`;
  return unreadable(lineNumber, problem, Buffer.from(JSON.stringify(record)));
}

function unreadable(lineNumber: number, problem: string, bytes: Buffer): ParsedEvent {
  return { status: 'unreadable', bytes, reason: `baris ${lineNumber}: ${problem}` };
}

/** The ledger's id of a row that carries this one. */
export function rowId(value: string): string {
  return value.length <= MAX_ID_LENGTH ? cleanText(value) : contentId(value);
}
