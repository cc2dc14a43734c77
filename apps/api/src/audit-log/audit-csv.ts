import type { AuditRow } from '@app/database';
import { CSV_BEGIN, csvLine } from '../exports/write-csv.js';

const HEADINGS = {
  id: ['Waktu', 'Pelaku', 'Nama pelaku', 'Tindakan', 'Hal', 'Nama hal', 'Rincian'],
  en: ['Time', 'Actor', "Actor's name", 'Action', 'Thing', "Thing's name", 'Details'],
} as const;

/** Entries as CSV, page by page. */
export async function* auditCsv(
  pages: AsyncIterable<readonly AuditRow[]>,
  language: keyof typeof HEADINGS,
  instant: (date: Date) => string,
): AsyncGenerator<string> {
  yield CSV_BEGIN + csvLine(HEADINGS[language], instant);
  for await (const rows of pages) {
    yield rows.map((row) => csvLine(cellsOf(row), instant)).join('');
  }
}

function cellsOf({ at, actorKind, actorName, action, subject, subjectName, data }: AuditRow) {
  return [at, actorKind, actorName, action, subject, subjectName, JSON.stringify(data)];
}
