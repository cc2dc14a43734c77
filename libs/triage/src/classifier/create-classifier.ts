import { NO_FLAGS, REPORT_CLASSES, REPORT_FLAGS, type Classification } from '@app/report-model';
import type { ReportClass, ReportFlag, ReportFlags } from '@app/report-model';
import { FLAG_THRESHOLD } from '../cues/cue.js';
import { SHIPPED_LEXICON, type Lexicon } from '../lexicon/lexicon.js';
import { CLASS_HEADS } from '../linear/heads.js';
import { softmax } from '../linear/softmax.js';
import type { TriageModel } from '../linear/triage-model.js';
import { explain } from './explain.js';
import { flagScore } from './flag-score.js';
import { hasNothingToJudge } from './nothing-to-judge.js';
import { createScorer, type ScoredText } from './score-text.js';

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
/** From this score on the second class is worth a word: a wish beside a grievance, a question beside a wish. */
const SECONDARY_SCORE = 0.2;
/** A citizen's report among the spam is read by nobody: spam needs this much certainty. */
const LEAST_SPAM = 0.6;
/**
 * Whoever asks or wishes, and says that something failed, complains more often than not, and a question's clock is another
 * one: taken for a question or a wish it needs this much certainty.
 */
const SURE_BESIDE_A_CLAIM = 0.95;
const REPORTS: ReadonlySet<ReportClass> = new Set(['complaint', 'aspiration', 'information']);

/** Beside these classes a flag makes sense. */
const CARRIERS: Readonly<Record<ReportFlag, ReadonlySet<ReportClass>>> = {
  supervisory: new Set(['complaint', 'information', 'aspiration']),
  publicRecord: new Set(['information', 'complaint']),
  urgent: new Set(['complaint', 'information', 'aspiration', 'other']),
};

/** Builds the classifier of a model, for a tenant's lexicon if there is one. Build it once: it remembers words. */
export function createClassifier(model: TriageModel, lexicon: Lexicon = SHIPPED_LEXICON): Classifier {
  const scoreText = createScorer(model, lexicon);
  const classify = (text: string): Classification => {
    const scored = scoreText(text);
    if (hasNothingToJudge(scored.reading)) return otherWith(GREETING_SCORE, model);
    if (!scored.knowsWords) return otherWith(UNKNOWN_SCORE, model);

    const probabilities = softmax(scored.scores, CLASS_HEADS, model.temperature);
    const [best, second] = decide(probabilities);
    const label = REPORT_CLASSES[best] ?? 'other';
    const confidence = probabilities[best] ?? 0;
    const flags = raisedFlags(scored, label, model);
    return {
      label,
      confidence,
      scores: toScores(probabilities),
      secondary: secondaryOf(label, REPORT_CLASSES[second] ?? 'other', probabilities[second] ?? 0),
      unsure: confidence < Math.max(model.unsureBelow, doubtOf(scored, label)),
      flags,
      evidence: explain(text, scored, { best, second, temperature: model.temperature, flags }),
    };
  };
  return { modelVersion: model.modelVersion, classify };
}

function doubtOf({ cues }: ScoredText, label: ReportClass): number {
  const isAskedOrWished = label === 'information' || label === 'aspiration';
  return isAskedOrWished && cues.some(({ cue }) => cue.claim >= 0) ? SURE_BESIDE_A_CLAIM : 0;
}

/** The winning column and the next; spam that is not sure enough gives way to it. */
function decide(probabilities: readonly number[]): [number, number] {
  const [best, second] = bestTwo(probabilities);
  const isDoubtfulSpam = REPORT_CLASSES[best] === 'spam' && (probabilities[best] ?? 0) < LEAST_SPAM;
  return isDoubtfulSpam ? [second, best] : [best, second];
}

function bestTwo(values: readonly number[]): [number, number] {
  let best = 0;
  let second = 1;
  for (let column = 1; column < values.length; column++) {
    const value = values[column] as number;
    if (value > (values[best] as number)) {
      second = best;
      best = column;
    } else if (second === best || value > (values[second] as number)) {
      second = column;
    }
  }
  return [best, second];
}

/**
 * A flag is raised by what was learnt or by the rules, whichever sees it: a miss costs more than a glance. What was
 * learnt says nothing of texts that are no report.
 */
function raisedFlags(scored: ScoredText, label: ReportClass, { flagThresholds }: TriageModel): ReportFlags {
  const flags = { ...NO_FLAGS };
  REPORT_FLAGS.forEach((flag, column) => {
    if (!CARRIERS[flag].has(label)) return;
    let rules = 0;
    for (const { cue } of scored.cues) if (cue.supports === flag) rules += cue.weight;
    flags[flag] =
      rules >= FLAG_THRESHOLD ||
      (label !== 'other' && flagScore(scored, flag) > (flagThresholds[column] ?? 0));
  });
  return flags;
}

function secondaryOf(label: ReportClass, second: ReportClass, score: number): ReportClass | null {
  return score >= SECONDARY_SCORE && REPORTS.has(label) && REPORTS.has(second) ? second : null;
}

function otherWith(score: number, { unsureBelow }: TriageModel): Classification {
  const rest = (1 - score) / (REPORT_CLASSES.length - 1);
  return {
    label: 'other',
    confidence: score,
    scores: toScores(REPORT_CLASSES.map((name) => (name === 'other' ? score : rest))),
    secondary: null,
    unsure: score < unsureBelow,
    flags: { ...NO_FLAGS },
    evidence: [],
  };
}

function toScores(probabilities: readonly number[]): Record<ReportClass, number> {
  const [complaint = 0, aspiration = 0, information = 0, other = 0, spam = 0] = probabilities;
  return { complaint, aspiration, information, other, spam };
}
