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
});
export type RowPayload = z.infer<typeof rowPayloadSchema>;

/** The mapped values of a row, trimmed; what is empty is absent. */
export function valuesOf(payload: RowPayload): Partial<Record<MappedField, string>> {
  const values: Partial<Record<MappedField, string>> = {};
  for (const field of MAPPED_FIELDS) {
    const column = payload.columns[field];
    const value = column === undefined ? undefined : payload.record[column]?.trim();
    if (value !== undefined && value !== '') values[field] = value;
  }
  return values;
}
