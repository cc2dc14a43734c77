import type {
  KnownReport,
  NewAttachment,
  NewChange,
  NewMessage,
  NewReport,
  NewTimelineEntry,
  Queryable,
  Settlement,
} from '@app/database';

/** A report that this batch touches. */
export interface TouchedReport {
  readonly id: string;
  /** As it stood before the batch. */
  readonly before: KnownReport;
  isNew: boolean;
  reopen: boolean;
  /** When the citizen wrote whom a report on hold waited for. */
  heldUntil: Date | null;
  addedMessages: number;
  lastMessageAt: Date;
  hasAttachments: boolean;
  /** The citizen's words changed: index again, and classify again unless a person decided. */
  hasNewText: boolean;
  classSource: 'model' | 'person';
  agencyId: string | null;
  changeKind: string;
}

/** Everything a batch will write, collected in memory first. */
export class BatchPlan {
  readonly reports: NewReport[] = [];
  readonly messages: NewMessage[] = [];
  readonly attachments: NewAttachment[] = [];
  readonly timeline: NewTimelineEntry[] = [];
  readonly settlements: Settlement[] = [];
  /** Texts of this batch's own messages that a later event of the batch changed, by message id. */
  readonly changedTexts = new Map<string, string>();
  readonly touched = new Map<string, TouchedReport>();
  /** Rare single changes (edits, deletions, reactions), run in order after the inserts. */
  readonly changes: ((tx: Queryable) => Promise<void>)[] = [];
  /** What screens are to be told beside the touched reports; single changes add to it. */
  readonly told: NewChange[] = [];

  touch(report: KnownReport): TouchedReport {
    let touched = this.touched.get(report.id);
    if (!touched) {
      touched = {
        id: report.id,
        before: report,
        isNew: false,
        reopen: false,
        heldUntil: null,
        addedMessages: 0,
        lastMessageAt: report.lastMessageAt,
        hasAttachments: false,
        hasNewText: false,
        classSource: report.classSource,
        agencyId: report.agencyId,
        changeKind: 'changed',
      };
      this.touched.set(report.id, touched);
    }
    return touched;
  }
}
