import { z } from 'zod';
import { COLUMN_NAMES } from './file.column-names.js';

/** What a column can be. Only `text` is needed. */
export const MAPPED_FIELDS = [
  'text',
  'title',
  'id',
  'conversation',
  'author',
  'authorId',
  'handle',
  'phone',
  'email',
  'sentAt',
  'place',
  'link',
  'latitude',
  'longitude',
  'anonymity',
  'conversationKind',
  'conversationTitle',
  'replyTo',
  'attachment',
] as const;
export type MappedField = (typeof MAPPED_FIELDS)[number];

export const columnMappingSchema = z.partialRecord(
  z.enum(MAPPED_FIELDS),
  z.union([z.string(), z.array(z.string())]),
);
/** Field to column name, or to several whose values belong together: a date and a time, a village and a district. */
export type ColumnMapping = z.infer<typeof columnMappingSchema>;

/** The person at the keyboard must mend the mapping; the message says how. */
export class MappingError extends Error {}

/**
 * Decides which column is what: as given (`text=isi`; `id=` for none), then as the file's format says, and the rest by
 * well-known Indonesian and English names.
 * @param known of a format whose columns are always the same; other columns of such a file mean nothing
 * @throws MappingError for an unknown field, a column that is not there, or when nothing is the text
 */
export function mapColumns(
  given: readonly string[],
  columns: readonly string[],
  known?: ColumnMapping,
): ColumnMapping {
  const wanted = new Map(given.map((option) => readOption(option, columns)));
  const mapping: ColumnMapping = {};
  for (const [field, column] of wanted) if (column !== '') mapping[field] = column;
  for (const field of MAPPED_FIELDS) {
    if (wanted.has(field)) continue;
    const column = known ? known[field] : columnNamed(field, columns, Object.values(mapping).flat());
    if (column !== undefined) mapping[field] = column;
  }
  const [only] = columns;
  if (mapping.text === undefined && columns.length === 1 && only !== undefined && given.length === 0) {
    mapping.text = only;
  }
  if (mapping.text !== undefined) return mapping;
  throw new MappingError(
    `Kolom mana yang berisi laporan? Sebutkan dengan --map text=NAMA_KOLOM. ${found(columns)}`,
  );
}

function readOption(option: string, columns: readonly string[]): [MappedField, string] {
  const at = option.indexOf('=');
  const field = MAPPED_FIELDS.find((one) => one === option.slice(0, at).trim());
  if (at === -1 || field === undefined) {
    throw new MappingError(
      `"--map ${option}" tidak dikenal. Bentuknya ISIAN=NAMA_KOLOM; isian: ${MAPPED_FIELDS.join(', ')}.`,
    );
  }
  const name = option.slice(at + 1).trim();
  if (name === '') return [field, ''];
  const column = columns.find((one) => one === name) ?? columns.find((one) => bare(one) === bare(name));
  if (column !== undefined) return [field, column];
  throw new MappingError(`Tidak ada kolom "${name}" (--map ${option}). ${found(columns)}`);
}

function columnNamed(
  field: MappedField,
  columns: readonly string[],
  taken: readonly string[],
): string | undefined {
  const free = columns.filter((column) => !taken.includes(column));
  for (const name of COLUMN_NAMES[field]) {
    const column = free.find((one) => bare(one) === name);
    if (column !== undefined) return column;
  }
  return undefined;
}

function bare(name: string): string {
  return name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}

function found(columns: readonly string[]): string {
  return columns.length === 0
    ? 'Berkas ini tidak punya kolom.'
    : `Kolom yang ada: ${columns.map((column) => `"${column}"`).join(', ')}.`;
}
