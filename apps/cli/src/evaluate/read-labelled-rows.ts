import { labelledRowSchema, type LabelledRow } from '@app/triage';
import { readRows, type ReadFile } from './read-rows.js';

/** Reads JSON Lines of labelled texts. @throws the file system's error when the file cannot be opened. */
export function readLabelledRows(file: string): Promise<ReadFile<LabelledRow>> {
  return readRows(file, labelledRowSchema);
}
