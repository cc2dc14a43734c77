import type { Writable } from 'node:stream';
import { createClassifier, evaluateClassifier, type TriageModel } from '@app/triage';
import { printReport } from './print-report.js';
import { readLabelledRows } from './read-labelled-rows.js';

/** A file in the wrong format has one mistake in every line: the first few tell enough. */
const SHOWN_PROBLEMS = 10;

/**
 * `wadah evaluate <file.jsonl> [--json]`: writes a table, or the `EvaluationReport` as JSON. Returns the exit status: 1,
 * with the wrong lines named and no figures, when a row cannot be read or there is none: figures over part of a file
 * would look like figures over the file.
 */
export async function runEvaluate(
  model: TriageModel,
  file: string,
  { json }: { readonly json: boolean },
  stdout: Writable,
): Promise<number> {
  const { rows, problems } = await readRows(file);
  if (problems.length > 0) {
    const shown = problems.slice(0, SHOWN_PROBLEMS);
    const hidden = problems.length - shown.length;
    const lines = hidden > 0 ? [...shown, `... dan ${hidden} lagi`] : shown;
    stdout.write(
      json ? `${JSON.stringify({ errors: lines })}\n` : `${[`${file}:`, ...lines].join('\n  ')}\n`,
    );
    return 1;
  }
  const report = evaluateClassifier(createClassifier(model), rows);
  stdout.write(json ? `${JSON.stringify(report, null, 2)}\n` : printReport(report));
  return 0;
}

async function readRows(file: string): ReturnType<typeof readLabelledRows> {
  try {
    const read = await readLabelledRows(file);
    const isEmpty = read.rows.length === 0 && read.problems.length === 0;
    return isEmpty ? { rows: [], problems: ['tidak ada baris'] } : read;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { rows: [], problems: [`berkas tidak dapat dibaca (${reason})`] };
  }
}
