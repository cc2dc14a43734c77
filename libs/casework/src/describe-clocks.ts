import { clocksFor, type ClockRules } from '@app/clocks';
import type { ReportRow } from '@app/database';
import type { Stage } from '@app/report-model';

export type ClockState = 'running' | 'overdue' | 'paused' | 'met' | 'met-late';

/** How each legal clock of a report stands. */
export function describeClocks(report: ReportRow, { levels, calendar }: ClockRules, now: Date) {
  const flags = {
    supervisory: report.isSupervisory,
    publicRecord: report.isPublicRecord,
    urgent: report.isUrgent,
  };
  return clocksFor({ ...report, flags }, levels, calendar).map(({ stage, dueAt, isProvisional, level }) => ({
    stage,
    dueAt,
    isProvisional,
    workingDays: level.workingDays,
    legalBasis: level.legalBasis,
    state: stateOf(report, stage, dueAt, now),
  }));
}

function stateOf(report: ReportRow, stage: Stage, dueAt: Date, now: Date): ClockState {
  const isEnded = report.closedAt !== null || report.status === 'not-our-authority';
  if (stage === 'verification' && report.status !== 'new' && report.status !== 'on-hold') return 'met';
  const metAt = stage === 'answer' ? report.firstAnsweredAt : report.closedAt;
  if (metAt && stage !== 'verification') return metAt <= dueAt ? 'met' : 'met-late';
  if (isEnded) return 'met';
  if (report.status === 'on-hold') return 'paused';
  return now <= dueAt ? 'running' : 'overdue';
}
