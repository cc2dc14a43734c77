import { NO_FLAGS, REPORT_CLASSES, type Classification, type ReportClass } from '@app/report-model';
import type { ReportClassifier } from './write-batch.service.js';

const EVEN = 1 / REPORT_CLASSES.length;

/** A location, a picture or a voice alone may be anything: a person looks first. */
const NOTHING_WRITTEN: Classification = {
  label: 'other',
  confidence: EVEN,
  scores: Object.fromEntries(REPORT_CLASSES.map((one) => [one, EVEN])) as Record<ReportClass, number>,
  secondary: null,
  unsure: true,
  flags: NO_FLAGS,
  evidence: [],
};

/** @param isTakenBack the words are gone because their author deleted them: nobody need look for what they meant */
export function judgeText(
  classifier: ReportClassifier,
  text: string,
  isTakenBack: boolean,
): Classification & { readonly modelVersion: string; readonly text: string } {
  const said = text === '' && !isTakenBack ? NOTHING_WRITTEN : classifier.classify(text);
  return { ...said, modelVersion: classifier.modelVersion, text };
}
