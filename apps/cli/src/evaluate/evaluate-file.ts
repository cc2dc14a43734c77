import type { Writable } from 'node:stream';
import {
  BASELINES,
  createClassifier,
  createTopicFinder,
  evaluateClassifier,
  evaluateTopics,
  findOverlap,
  type EvaluationReport,
  type LabelledRow,
  type Taxonomy,
  type TopicRow,
  type TriageModel,
} from '@app/triage';
import {
  evaluatePairs,
  holdsPairs,
  printPairReport,
  readPairs,
  type LabelledPair,
} from './evaluate-pairs.js';
import { labelsOf, printTopicReport, readTopicRows } from './evaluate-topic-rows.js';
import { printComparison, printReport } from './print-report.js';
import { readLabelledRows } from './read-labelled-rows.js';

/** A file in the wrong format has one mistake in every line: the first few tell enough. */
const SHOWN_PROBLEMS = 10;

/** Rows this like a text of the corpus may have been copied from it, or the corpus from them. */
const SUSPICIOUS_SIMILARITY = 0.6;

export interface EvaluateOptions {
  readonly json: boolean;
  /** Whose topics are found in rows that have a `topic`. */
  readonly taxonomy: Taxonomy;
  /** Trains the simpler methods on the corpus in this folder and measures them on the same rows; takes minutes. */
  readonly baselines?: string | undefined;
  /** Counts the rows that are nearly the same as a text of the corpus in this folder. */
  readonly overlap?: string | undefined;
}

/**
 * `wadah evaluate <file.jsonl> [--json] [--baselines] [--overlap]`: writes tables, or the `EvaluationReport` as JSON
 * (with `baselines` and `overlap` beside it where asked for). Returns the exit status: 1, with the wrong lines named and
 * no figures, when a row cannot be read or there is none: figures over part of a file would look like figures over the
 * file. A file of `{"a", "b", "duplicate"}` measures the finder of duplicates (`PairReport`) instead, rows with a `topic`
 * (a group's code) measure the finder of topics: beside the classes where the rows have a `label` too, else alone.
 */
export async function runEvaluate(
  model: TriageModel,
  file: string,
  { json, taxonomy, baselines, overlap }: EvaluateOptions,
  stdout: Writable,
): Promise<number> {
  const read = await readEither(file);
  if (read.problems.length > 0) {
    const shown = read.problems.slice(0, SHOWN_PROBLEMS);
    const hidden = read.problems.length - shown.length;
    const lines = hidden > 0 ? [...shown, `... dan ${hidden} lagi`] : shown;
    stdout.write(
      json ? `${JSON.stringify({ errors: lines })}\n` : `${[`${file}:`, ...lines].join('\n  ')}\n`,
    );
    return 1;
  }
  if ('pairs' in read) {
    const figures = evaluatePairs(read.pairs);
    stdout.write(json ? `${JSON.stringify(figures, null, 2)}\n` : printPairReport(figures));
    return 0;
  }
  const topics = read.topicRows && evaluateTopics(createTopicFinder(taxonomy), read.topicRows);
  if (read.rows === null) {
    if (topics) stdout.write(json ? `${JSON.stringify({ topics }, null, 2)}\n` : printTopicReport(topics));
    return 0;
  }
  const { rows } = read;
  const report = evaluateClassifier(createClassifier(model), rows);
  const extra = {
    ...(topics && { topics }),
    ...(baselines !== undefined && { baselines: await measureBaselines(baselines, rows) }),
    ...(overlap !== undefined && { overlap: await countOverlap(overlap, rows) }),
  };
  if (json) {
    stdout.write(`${JSON.stringify({ ...report, ...extra }, null, 2)}\n`);
    return 0;
  }
  stdout.write(printReport(report));
  if (topics) stdout.write(`\n${printTopicReport(topics)}`);
  if (extra.baselines) stdout.write(`\n${printComparison([report, ...extra.baselines])}`);
  if (extra.overlap !== undefined) {
    stdout.write(
      `\nBaris yang hampir sama dengan teks korpus (>= ${SUSPICIOUS_SIMILARITY}): ${extra.overlap}\n`,
    );
  }
  return 0;
}

async function measureBaselines(folder: string, rows: readonly LabelledRow[]): Promise<EvaluationReport[]> {
  const corpus = await corpusOf(folder);
  return BASELINES.map(({ train }) => evaluateClassifier(train(corpus.rows), rows));
}

async function countOverlap(folder: string, rows: readonly LabelledRow[]): Promise<number> {
  const corpus = await corpusOf(folder);
  return new Set(findOverlap(corpus.rows, rows, SUSPICIOUS_SIMILARITY).map(({ rowText }) => rowText)).size;
}

/** Loaded only where it is asked for: the library brings the database along. */
const corpusOf = async (folder: string) => (await import('@app/learning')).readCorpus(folder);

interface ReadRows {
  /** Null: the rows are labelled with topics alone. */
  readonly rows: readonly LabelledRow[] | null;
  readonly topicRows?: readonly TopicRow[] | undefined;
  readonly problems: readonly string[];
}

/** Labelled texts, or pairs of texts that are duplicates or not. */
async function readEither(
  file: string,
): Promise<ReadRows | { readonly pairs: readonly LabelledPair[]; readonly problems: readonly string[] }> {
  try {
    if (await holdsPairs(file)) {
      const { rows: pairs, problems } = await readPairs(file);
      return { pairs, problems };
    }
    const { hasClass, hasTopic } = await labelsOf(file);
    const topics = hasTopic ? await readTopicRows(file) : undefined;
    const read = hasClass ? await readLabelledRows(file) : undefined;
    const problems = [...(read?.problems ?? []), ...(topics?.problems ?? [])];
    const isEmpty = problems.length === 0 && !read?.rows.length && !topics?.rows.length;
    return {
      rows: read?.rows ?? null,
      topicRows: topics?.rows,
      problems: isEmpty ? ['tidak ada baris'] : problems,
    };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { rows: [], problems: [`berkas tidak dapat dibaca (${reason})`] };
  }
}
