import { Injectable } from '@nestjs/common';
import { type Actor, userIdOf } from '@app/accounts';
import {
  AccountRepository,
  CaseworkRepository,
  ChangeFeedRepository,
  Database,
  MessageChangeRepository,
  newId,
  ReplyDraftRepository,
  ReplyFileRepository,
  ReplyRepository,
  SettingRepository,
  UserNoticeRepository,
  type ProposedReply,
  type Queryable,
} from '@app/database';
import { JobPublisher } from '@app/queues';
import type { Role } from '@app/report-model';
import { ReplyError } from './reply-error.js';

export interface ApprovalDecision {
  readonly action: 'approve' | 'return';
  readonly note?: string | undefined;
  /** Of the report, as the approver saw it. */
  readonly version: number;
}

/** Answers that a colleague looks over before they are sent. */
@Injectable()
export class ApproveReplyService {
  constructor(
    private readonly database: Database,
    private readonly settings: SettingRepository,
    private readonly accounts: AccountRepository,
    private readonly replies: ReplyRepository,
    private readonly drafts: ReplyDraftRepository,
    private readonly files: ReplyFileRepository,
    private readonly casework: CaseworkRepository,
    private readonly notices: UserNoticeRepository,
    private readonly timeline: MessageChangeRepository,
    private readonly changeFeed: ChangeFeedRepository,
    private readonly jobs: JobPublisher,
  ) {}

  async isNeeded(on: Queryable, role: Role): Promise<boolean> {
    const rule = await this.settings.replyApproval(on);
    return rule === 'officers' ? role !== 'admin' : rule === 'agency-members' && role === 'agency-member';
  }

  /** Tells those who may decide. @returns their ids, for the change feed */
  async ask(tx: Queryable, actor: Actor, reportId: string, text: string): Promise<string[]> {
    const people = await this.accounts.colleagues(null);
    const ids = people
      .filter(({ id, role }) => id !== actor.id && mayApprove(role, actor.role))
      .map(({ id }) => id);
    const actorId = userIdOf(actor);
    const detail = text.slice(0, 140).toWellFormed();
    await this.notices.raise(
      tx,
      ids.map((userId) => ({ userId, reportId, actorId, kind: 'approval-asked', detail })),
    );
    return ids;
  }

  /** @returns the report's id. @throws ReplyError `not-found`, `reply-not-open`, `approval-by-others`, `report-changed` */
  async decide(actor: Actor, replyId: string, decision: ApprovalDecision): Promise<string> {
    const reportId = await this.database.transaction(async (tx) => {
      const reply = await this.replies.lockProposed(tx, replyId);
      if (!reply) throw new ReplyError('not-found', 'No such answer');
      if (reply.state !== 'proposed') throw new ReplyError('reply-not-open', 'It was decided already');
      if (!mayDecide(actor, reply)) {
        throw new ReplyError('approval-by-others', 'Somebody else has to look at this answer');
      }
      const report = await this.casework.lock(tx, reply.reportId);
      if (report?.version !== decision.version) {
        throw new ReplyError('report-changed', 'The report has changed since it was opened');
      }
      const isApproved = decision.action === 'approve';
      const note = decision.note ?? null;
      if (isApproved) await this.replies.setState(tx, replyId, 'queued', null);
      else await this.giveBack(tx, reply, note);
      const kind = isApproved ? 'reply-approved' : 'reply-returned';
      const entry = { kind, actorKind: actor.kind, actorId: actor.id, data: { replyId, note } };
      await this.timeline.appendTimeline(tx, [{ reportId: reply.reportId, ...entry }]);
      await this.tell(tx, actor, reply, isApproved, note);
      return reply.reportId;
    });
    if (decision.action === 'approve') await this.jobs.publish('send-reply', { replyId });
    return reportId;
  }

  /** It becomes the author's draft again, with its files; what they have begun since stays as it is. */
  private async giveBack(tx: Queryable, reply: ProposedReply, note: string | null): Promise<void> {
    await this.replies.setState(tx, reply.id, 'cancelled', note);
    if (reply.authorId === null || reply.template !== null) return;
    const { reportId, authorId, text, mode, choices } = reply;
    if (await this.drafts.find(reportId, authorId, tx)) return;
    const files = (await this.files.copy(tx, reportId, reply.id)).map(
      ({ id, fileName, mimeType, sizeBytes, hasThumbnail }) => ({
        id,
        fileName,
        mimeType,
        sizeBytes,
        hasThumbnail,
      }),
    );
    const written = { text, files, choices, mode, template: null };
    const content = { ...written, idempotencyKey: newId(), seenEventId: null };
    await this.drafts.keep(tx, { reportId, userId: authorId, content, editedAt: new Date() });
  }

  private async tell(
    tx: Queryable,
    actor: Actor,
    { reportId, authorId, agencyId }: ProposedReply,
    isApproved: boolean,
    detail: string | null,
  ): Promise<void> {
    const kind = isApproved ? 'approval-given' : 'approval-refused';
    const actorId = userIdOf(actor);
    if (authorId) await this.notices.raise(tx, [{ userId: authorId, reportId, actorId, kind, detail }]);
    const change = isApproved ? 'reply-queued' : 'reply-cancelled';
    await this.changeFeed.append(tx, [
      { topic: 'report', entityId: reportId, kind: change, agencyId },
      ...(authorId ? [{ topic: 'user' as const, entityId: authorId, kind: 'notice' }] : []),
    ]);
  }
}

/** Nobody decides about what they wrote themselves. */
export function mayDecide(
  actor: Actor,
  { authorId, authorRole }: Pick<ProposedReply, 'authorId' | 'authorRole'>,
): boolean {
  return authorId !== actor.id && mayApprove(actor.role, authorRole ?? 'agency-member');
}

/** An admin decides about everybody's answers, an officer about those of agencies. */
function mayApprove(role: Role, authorRole: Role): boolean {
  return role === 'admin' || (role === 'officer' && authorRole === 'agency-member');
}
