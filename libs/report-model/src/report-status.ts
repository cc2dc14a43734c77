/**
 * Where a report stands. SP4N-LAPOR! terms: new = belum terverifikasi, verified = belum ditindaklanjuti,
 * in-progress = proses, on-hold = tunda, not-our-authority = bukan wewenang, closed = selesai, archived = arsip.
 */
export const REPORT_STATUSES = [
  'new',
  'verified',
  'in-progress',
  'on-hold',
  'not-our-authority',
  'closed',
  'archived',
] as const;
export type ReportStatus = (typeof REPORT_STATUSES)[number];

/**
 * What has to be said when a report gets this status: the question to the citizen, who is in charge, or why nothing
 * follows. The citizen reads the first two.
 */
const STATUS_NEEDS: Partial<Record<ReportStatus, StatusNeed>> = {
  'on-hold': 'question',
  'not-our-authority': 'addressee',
  archived: 'reason',
};
export type StatusNeed = 'question' | 'addressee' | 'reason';

/** Null: a note may be left, for the office alone. */
export function needOf(status: ReportStatus): StatusNeed | null {
  return STATUS_NEEDS[status] ?? null;
}

/** Allowed moves, as data. */
export const STATUS_TRANSITIONS: Readonly<Record<ReportStatus, readonly ReportStatus[]>> = {
  new: ['verified', 'in-progress', 'on-hold', 'not-our-authority', 'closed', 'archived'],
  verified: ['in-progress', 'on-hold', 'not-our-authority', 'closed', 'archived'],
  'in-progress': ['verified', 'on-hold', 'not-our-authority', 'closed', 'archived'],
  'on-hold': ['new', 'verified', 'in-progress', 'not-our-authority', 'closed', 'archived'],
  'not-our-authority': ['new', 'verified', 'in-progress', 'closed', 'archived'],
  closed: ['in-progress'],
  archived: ['new', 'in-progress'],
};

export const OPEN_STATUSES: readonly ReportStatus[] = ['new', 'verified', 'in-progress', 'on-hold'];

export function canMove(from: ReportStatus, to: ReportStatus): boolean {
  return STATUS_TRANSITIONS[from].includes(to);
}
