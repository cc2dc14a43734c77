import type { ColumnMapping } from './file.mapping.js';

/** One row of a file, or a line that could not be read. Line numbers count from 1 and name the row's first line. */
export type FileRow = ReadableRow | UnreadableRow;

export interface ReadableRow {
  readonly lineNumber: number;
  /** Column name to value as text; columns without a value are absent. */
  readonly record: Readonly<Record<string, string>>;
  /** What a row without an id is known by, where that is less than the whole row. */
  readonly identity?: string;
  /** Why it is no message of anybody: it is kept, and shown as left out. */
  readonly leftOut?: string;
}

export interface UnreadableRow {
  readonly lineNumber: number;
  /** What is wrong, for the officer; without the line's content. */
  readonly problem: string;
  /** The line as it stands in the file. */
  readonly bytes: Buffer;
}

export interface OpenedFile {
  /** In the file's order; of JSON Lines those of the first rows. */
  readonly columns: readonly string[];
  /** To be read once. */
  readonly rows: AsyncIterable<FileRow>;
  /** About how many rows, where they are not the file's lines. */
  readonly rowCount?: number;
  /** Which column is what, where the format says it. */
  readonly mapping?: ColumnMapping;
  /** Present when a later export has the same rows as they are then: a changed row is an edit, not a conflict. */
  readonly living?: {
    /** ISO 8601; absent when the file does not say. */
    readonly exportedAt?: string;
    /** No id stands twice in such a file: nothing of it must be remembered. */
    readonly hasUniqueIds?: boolean;
  };
}

/** The whole file cannot be read as what it was said to be. */
export class FileFormatError extends Error {}

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** @returns the text, or `null` when the bytes are not UTF-8 */
export function decodeUtf8(bytes: Buffer): string | null {
  try {
    return decoder.decode(bytes);
  } catch {
    return null;
  }
}

export const NOT_UTF8 = 'bukan teks UTF-8; simpan ulang berkas sebagai UTF-8';
