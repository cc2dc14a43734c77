import type { ReportClass, ReportStatus } from '@app/report-model';

/** What can be done to many reports at once. */
export type BulkAction =
  | { readonly kind: 'status'; readonly status: ReportStatus; readonly note?: string | undefined }
  | { readonly kind: 'dispose'; readonly agencyId: string; readonly note?: string | undefined }
  | { readonly kind: 'assign'; readonly userId: string | null }
  | { readonly kind: 'class'; readonly class: ReportClass }
  | { readonly kind: 'tag'; readonly add: readonly string[]; readonly remove: readonly string[] }
  | { readonly kind: 'snooze'; readonly until: string | null }
  /** Takes back what another job did. */
  | { readonly kind: 'undo'; readonly jobId: string };
