import { REPORT_CLASSES, type ReportClass, type ReportFlag } from '@app/report-model';
import type { EvaluationReport, Figures } from '@app/triage';

const CLASS_NAMES: Readonly<Record<ReportClass, string>> = {
  complaint: 'pengaduan',
  aspiration: 'aspirasi',
  information: 'permintaan informasi',
  other: 'lainnya',
  spam: 'spam',
};
const FLAG_NAMES: Readonly<Record<ReportFlag, string>> = {
  supervisory: 'berkadar pengawasan',
  publicRecord: 'informasi publik',
  urgent: 'darurat',
};

/** The report as text for a terminal, ending in a line end. */
export function printReport(report: EvaluationReport): string {
  const flags = Object.entries(report.flags) as [ReportFlag, Figures][];
  return [
    `Model ${report.modelVersion}, ${report.rows} baris`,
    '',
    table([
      ['kelas', 'presisi', 'recall', 'F1', 'jumlah'],
      ...REPORT_CLASSES.map((name) => [CLASS_NAMES[name], ...figureCells(report.classes[name])]),
      ...flags.map(([flag, figures]) => [`(tanda) ${FLAG_NAMES[flag]}`, ...figureCells(figures)]),
    ]),
    '',
    table([
      ['macro-F1', number(report.macroF1)],
      ['akurasi', number(report.accuracy)],
      ['galat kalibrasi (ECE)', number(report.calibrationError)],
      ['perlu ditinjau (bagian)', number(report.unsure.share)],
      ['akurasi selebihnya', number(report.unsure.accuracyOfRest)],
      ['laporan asli disebut spam', number(report.genuineCalledSpam)],
    ]),
    '',
    'Matriks: baris = label sebenarnya, kolom = jawaban model',
    table([
      ['', ...REPORT_CLASSES.map((name) => CLASS_NAMES[name])],
      ...REPORT_CLASSES.map((truth) => [
        CLASS_NAMES[truth],
        ...REPORT_CLASSES.map((said) => String(report.confusion[truth][said])),
      ]),
    ]),
    '',
  ].join('\n');
}

function figureCells({ precision, recall, f1, support }: Figures): string[] {
  return [number(precision), number(recall), number(f1), String(support)];
}

const number = (fraction: number): string => fraction.toFixed(3);

/** One line per classifier, for comparison. */
export function printComparison(reports: readonly EvaluationReport[]): string {
  return table([
    ['pembanding', 'macro-F1', 'akurasi', ...REPORT_CLASSES.map((name) => CLASS_NAMES[name])],
    ...reports.map(({ modelVersion, macroF1, accuracy, classes }) => [
      modelVersion,
      number(macroF1),
      number(accuracy),
      ...REPORT_CLASSES.map((name) => number(classes[name].f1)),
    ]),
    [],
  ]);
}

/** First column to the left, numbers to the right. */
function table(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((row) => (row[column] ?? '').length)),
  );
  return rows
    .map((row) =>
      row
        .map((cell, column) =>
          column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0),
        )
        .join('  '),
    )
    .join('\n');
}
