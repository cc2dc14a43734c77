import type { Correction, ModelOverview, ModelQuality, ModelVersion } from '@app/api-contract';
import type { CorrectionRow } from '@app/database';
import type { ReadModelService } from '@app/learning';

type Overview = Awaited<ReturnType<ReadModelService['overview']>>;
type Quality = Awaited<ReturnType<ReadModelService['qualityOf']>>;

export function describeOverview({ versions, shadow, newCorrections, settings }: Overview): ModelOverview {
  return { versions: versions.map(describeVersion), shadow, newCorrections, settings };
}

function describeVersion(row: Overview['versions'][number]): ModelVersion {
  const { id, number, source, state, version, corpusSize, correctionCount, heldOutCount } = row;
  return {
    ...{ id, number, source, state, version, corpusSize, correctionCount, heldOutCount },
    requestedAt: row.requestedAt.toISOString(),
    requestedBy: row.requestedBy,
    trainedAt: instant(row.trainedAt),
    inForceSince: instant(row.inForceSince),
    decidedAt: instant(row.decidedAt),
    decidedBy: row.decidedBy,
    step: row.step,
    reason: row.reason,
    worse: row.worse as ModelVersion['worse'],
    tests: (row.tests ?? []) as ModelVersion['tests'],
    isRestorable: row.isRestorable,
  };
}

/** Precision and recall over the reports that people decided on. */
export function describeQuality({ weeks, classes }: Quality): ModelQuality {
  return {
    weeks,
    classes: classes.map(({ truly, ...one }) => {
      const right = one.decided - one.corrected;
      return {
        ...one,
        precision: one.decided === 0 ? null : right / one.decided,
        recall: truly === 0 ? null : right / truly,
      };
    }),
  };
}

export function describeCorrection(row: CorrectionRow): Correction {
  const { id, reportId, ticketCode, excerpt, byName, modelVersion, leftOutBy } = row;
  return {
    ...{ id, reportId, ticketCode, excerpt, byName, modelVersion, leftOutBy },
    at: row.at.toISOString(),
    from: { class: row.fromClass, flags: row.fromFlags },
    to: { class: row.toClass, flags: row.toFlags },
    isLeftOut: row.leftOutAt !== null,
  };
}

const instant = (at: Date | null): string | null => at?.toISOString() ?? null;
