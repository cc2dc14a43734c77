import { OPEN_STATUSES, type ConversationKind, type ReportStatus } from '@app/report-model';

/** A report that a message could belong to. */
export interface ReportCandidate {
  readonly id: string;
  readonly contactId: string;
  readonly status: ReportStatus;
  readonly lastMessageAt: Date;
}

export interface ThreadingQuestion {
  readonly contactId: string;
  readonly sentAt: Date;
  readonly conversationKind: ConversationKind;
  /** The report whose ticket code the citizen gave, already checked to be theirs. */
  readonly named?: ReportCandidate | undefined;
  /** The report of the message or answer that this one replies to. */
  readonly repliedTo?: ReportCandidate | undefined;
  /** The report whose ticket code stands in the message, unproven. */
  readonly mentioned?: ReportCandidate | undefined;
  /** Being in the same conversation is not enough to join. */
  readonly startsNewMatter?: boolean | undefined;
  /** The newest report of this person in this conversation. */
  readonly newest?: ReportCandidate | undefined;
  readonly joinWindowMs: number;
}

export type ThreadingAnswer =
  { readonly kind: 'join'; readonly reportId: string; readonly reopen: boolean } | { readonly kind: 'new' };

/**
 * Where a message belongs. Naming one's ticket or replying joins that report, and opens it again when it was closed; a
 * further message of the same person in the same conversation joins the open report within the window. A reply by
 * somebody else is a matter of their own: every reporter is kept.
 */
export function chooseReport(question: ThreadingQuestion): ThreadingAnswer {
  const { named, newest } = question;
  if (named) return join(named);
  for (const meant of [question.repliedTo, question.mentioned]) {
    if (meant && meant.contactId === question.contactId) return join(meant);
  }
  if (question.startsNewMatter) return { kind: 'new' };
  if (newest && question.conversationKind !== 'form' && isOpen(newest) && isWithinWindow(newest, question)) {
    return join(newest);
  }
  return { kind: 'new' };
}

function join(report: ReportCandidate): ThreadingAnswer {
  return { kind: 'join', reportId: report.id, reopen: !isOpen(report) };
}

function isOpen(report: ReportCandidate): boolean {
  return OPEN_STATUSES.includes(report.status);
}

function isWithinWindow(report: ReportCandidate, question: ThreadingQuestion): boolean {
  return Math.abs(question.sentAt.getTime() - report.lastMessageAt.getTime()) <= question.joinWindowMs;
}
