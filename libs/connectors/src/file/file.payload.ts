import { z } from 'zod';
import { columnMappingSchema, MAPPED_FIELDS, type MappedField } from './file.mapping.js';

/** What is kept of a row: the row as it was, where it stood, and which column was what. */
export const rowPayloadSchema = z.object({
  /** Name without folders. */
  fileName: z.string(),
  lineNumber: z.int().min(1),
  /** IANA zone of times that do not name one. */
  timeZone: z.string(),
  columns: columnMappingSchema,
  record: z.record(z.string(), z.string()),
  /** ISO 8601: when the export was made, where its format says it. */
  exportedAt: z.string().optional(),
  /** Why it is no message of anybody. */
  leftOut: z.string().optional(),
  /** The office itself wrote it. */
  isOurs: z.literal(true).optional(),
});
export type RowPayload = z.infer<typeof rowPayloadSchema>;

/** The mapped values of a row, trimmed; what is empty is absent. */
export function valuesOf(payload: RowPayload): Partial<Record<MappedField, string>> {
  const values: Partial<Record<MappedField, string>> = {};
  for (const field of MAPPED_FIELDS) {
    const parts = partsOf(payload, field);
    if (parts.length > 0) values[field] = parts.join(field === 'sentAt' ? ' ' : ', ');
  }
  return values;
}

/** The values of the columns that one field stands in, trimmed, without the empty ones. */
export function partsOf({ columns, record }: RowPayload, field: MappedField): string[] {
  return [columns[field] ?? []].flat().flatMap((column) => record[column]?.trim() || []);
}
