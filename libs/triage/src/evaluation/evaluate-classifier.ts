import { REPORT_CLASSES, REPORT_FLAGS, type Classification, type ReportClass } from '@app/report-model';
import type { Classifier } from '../classifier/create-classifier.js';
import { calibrationError } from './calibration-error.js';
import type { EvaluationReport, Figures, LabelledRow } from './evaluation-report.js';

interface Judged {
  readonly row: LabelledRow;
  readonly answer: Classification;
}

/** Classifies every row and compares. An empty list gives zeros. */
export function evaluateClassifier(classifier: Classifier, rows: readonly LabelledRow[]): EvaluationReport {
  const judged = rows.map((row): Judged => ({ row, answer: classifier.classify(row.text) }));
  const classes = perClass((name) =>
    figures(judged, ({ row, answer }) => ({ truth: row.label === name, said: answer.label === name })),
  );
  const present = Object.values(classes).filter(({ support }) => support > 0);
  const right = judged.filter(({ row, answer }) => row.label === answer.label).length;
  return {
    modelVersion: classifier.modelVersion,
    rows: rows.length,
    classes,
    macroF1: ratio(
      present.reduce((sum, { f1 }) => sum + f1, 0),
      present.length,
    ),
    accuracy: ratio(right, rows.length),
    calibrationError: calibrationError(
      judged.map(({ row, answer }) => ({
        confidence: answer.confidence,
        isRight: row.label === answer.label,
      })),
    ),
    unsure: unsureLane(judged),
    genuineCalledSpam: genuineCalledSpam(judged),
    confusion: perClass((truth) =>
      perClass(
        (said) => judged.filter(({ row, answer }) => row.label === truth && answer.label === said).length,
      ),
    ),
    flags: perFlag(judged),
  };
}

function unsureLane(judged: readonly Judged[]): EvaluationReport['unsure'] {
  const rest = judged.filter(({ answer }) => !answer.unsure);
  return {
    share: ratio(judged.length - rest.length, judged.length),
    accuracyOfRest: ratio(rest.filter(({ row, answer }) => row.label === answer.label).length, rest.length),
  };
}

function genuineCalledSpam(judged: readonly Judged[]): number {
  const genuine = judged.filter(({ row }) => row.label !== 'spam');
  return ratio(genuine.filter(({ answer }) => answer.label === 'spam').length, genuine.length);
}

function perFlag(judged: readonly Judged[]): EvaluationReport['flags'] {
  return Object.fromEntries(
    REPORT_FLAGS.flatMap((flag) => {
      const labelled = judged.filter(({ row }) => row[flag] !== undefined);
      if (labelled.length === 0) return [];
      return [
        [
          flag,
          figures(labelled, ({ row, answer }) => ({ truth: row[flag] === true, said: answer.flags[flag] })),
        ],
      ];
    }),
  );
}

function figures(
  judged: readonly Judged[],
  judge: (item: Judged) => { truth: boolean; said: boolean },
): Figures {
  const verdicts = judged.map(judge);
  const support = verdicts.filter(({ truth }) => truth).length;
  const said = verdicts.filter((verdict) => verdict.said).length;
  const both = verdicts.filter((verdict) => verdict.truth && verdict.said).length;
  return {
    precision: ratio(both, said),
    recall: ratio(both, support),
    f1: ratio(2 * both, said + support),
    support,
  };
}

function perClass<Value>(read: (name: ReportClass) => Value): Record<ReportClass, Value> {
  return Object.fromEntries(REPORT_CLASSES.map((name) => [name, read(name)])) as Record<ReportClass, Value>;
}

const ratio = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole);
