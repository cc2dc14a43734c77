import { NO_FLAGS, REPORT_CLASSES, REPORT_FLAGS, type Classification } from '@app/report-model';
import type { ReportClass, ReportFlag, ReportFlags } from '@app/report-model';
import { logTable, type LogTable } from '../bayes/log-table.js';
import type { TriageModel } from '../bayes/triage-model.js';
import { FLAG_THRESHOLD } from '../cues/cue.js';
import { matchCues, type CueMatch } from '../cues/match-cues.js';
import { extractFeatures } from '../text/features.js';
import { tokenize } from '../text/tokens.js';
import { explain } from './explain.js';
import { hasNothingToJudge } from './nothing-to-judge.js';
import { scoreText, softmax } from './score-text.js';

export interface Classifier {
  readonly modelVersion: string;
  /**
   * The class, flags and evidence of one text. Pure and total: any string gives an answer, no score is NaN and the
   * scores sum to 1. Reads the first 10,000 UTF-16 units.
   */
  classify(text: string): Classification;
}

/** A greeting is `other` for sure; words that no model knows are `other` because nobody can tell. */
const GREETING_SCORE = 0.96;
const UNKNOWN_SCORE = 0.4;

/** Builds the classifier of a model. Build it once: the table of logarithms is worked out here. */
export function createClassifier(model: TriageModel): Classifier {
  const table = logTable(model);
  return {
    modelVersion: model.modelVersion,
    classify: (text) => classify(text, table, model.temperature),
  };
}

function classify(text: string, table: LogTable, temperature: number): Classification {
  const tokens = tokenize(text);
  if (hasNothingToJudge(tokens)) return otherWith(GREETING_SCORE);
  const cues = matchCues(tokens);
  const { logScores, contributions } = scoreText(table, extractFeatures(tokens), cues);
  if (contributions.length === 0) return otherWith(UNKNOWN_SCORE);

  const probabilities = softmax(logScores, temperature);
  const ranking = REPORT_CLASSES.map((_, column) => column).sort(
    (a, b) => at(probabilities, b) - at(probabilities, a),
  );
  const [best = 0, second = 0] = ranking;
  const label = REPORT_CLASSES[best] ?? 'other';
  const flags = raisedFlags(cues, label);
  const flagCues = cues.filter(({ cue }) => cue.supports in flags && flags[cue.supports as ReportFlag]);
  return {
    label,
    confidence: at(probabilities, best),
    scores: toScores(probabilities),
    flags,
    evidence: explain(text, contributions, flagCues, { best, second, temperature }),
  };
}

/** Beside these classes a flag makes sense; urgency is let through wherever a danger may be told. */
const CARRIERS: Readonly<Record<ReportFlag, readonly ReportClass[]>> = {
  supervisory: ['complaint'],
  publicRecord: ['information'],
  urgent: ['complaint', 'information', 'aspiration'],
};

function raisedFlags(cues: readonly CueMatch[], label: ReportClass): ReportFlags {
  const flags = { ...NO_FLAGS };
  for (const flag of REPORT_FLAGS) {
    const weights = cues.filter(({ cue }) => cue.supports === flag).map(({ cue }) => cue.weight);
    const sum = weights.reduce((total, weight) => total + weight, 0);
    flags[flag] = sum >= FLAG_THRESHOLD && CARRIERS[flag].includes(label);
  }
  return flags;
}

function otherWith(score: number): Classification {
  const rest = (1 - score) / (REPORT_CLASSES.length - 1);
  const scores = toScores(REPORT_CLASSES.map((name) => (name === 'other' ? score : rest)));
  return { label: 'other', confidence: score, scores, flags: { ...NO_FLAGS }, evidence: [] };
}

function toScores(probabilities: readonly number[]): Record<ReportClass, number> {
  const [complaint = 0, aspiration = 0, information = 0, other = 0, spam = 0] = probabilities;
  return { complaint, aspiration, information, other, spam };
}

const at = (numbers: readonly number[], index: number): number => numbers[index] ?? 0;
