import { Injectable } from '@nestjs/common';
import type { Actor } from '@app/accounts';
import {
  AuditRepository,
  ChangeFeedRepository,
  ContactRepository,
  Database,
  ErasureRepository,
  LegalHoldRepository,
  MessageChangeRepository,
  RetentionRepository,
  type ContactReport,
  type Queryable,
} from '@app/database';
import { RetentionError } from './retention-error.js';

/** What a person's request would erase, and what stays. */
export interface ContactErasure {
  readonly erased: readonly ContactReport[];
  /** On legal hold. */
  readonly held: readonly ContactReport[];
  /** Still worked on: to be closed or archived first. */
  readonly open: readonly ContactReport[];
  /** Name, numbers and addresses go only with the last report. */
  readonly isNameErased: boolean;
}

/** The right to erasure: everything of one person, at once. */
@Injectable()
export class EraseContactService {
  constructor(
    private readonly database: Database,
    private readonly contacts: ContactRepository,
    private readonly retention: RetentionRepository,
    private readonly erasure: ErasureRepository,
    private readonly holds: LegalHoldRepository,
    private readonly timeline: MessageChangeRepository,
    private readonly audit: AuditRepository,
    private readonly changes: ChangeFeedRepository,
  ) {}

  /** @throws RetentionError `not-found` */
  async preview(contactId: string): Promise<ContactErasure> {
    return this.plan(this.database, contactId);
  }

  /** @throws RetentionError `not-found` */
  async erase(actor: Actor, contactId: string, reason: string): Promise<ContactErasure> {
    return this.database.transaction(async (tx) => {
      await this.holds.keepOut(tx);
      await this.contacts.lock(tx, [contactId]);
      const plan = await this.plan(tx, contactId);
      const ids = plan.erased.map(({ id }) => id);
      await this.erasure.eraseContents(tx, ids);
      await this.erasure.eraseMedia(tx, ids);
      if (plan.isNameErased) {
        await this.erasure.eraseEventsOf(tx, [contactId]);
        await this.erasure.eraseContacts(tx, [contactId]);
      }
      const entry = { kind: 'erased', actorKind: actor.kind, actorId: actor.id, data: { what: 'request' } };
      await this.timeline.appendTimeline(
        tx,
        ids.map((reportId) => ({ reportId, ...entry })),
      );
      await this.audit.append(tx, {
        actor,
        action: 'contact-erased',
        subject: `contact:${contactId}`,
        data: {
          erased: ids.length,
          held: plan.held.length,
          open: plan.open.length,
          isNameErased: plan.isNameErased,
          reason,
        },
      });
      await this.changes.append(
        tx,
        ids.map((entityId) => ({ topic: 'report' as const, entityId, kind: 'erased' })),
      );
      return plan;
    });
  }

  private async plan(on: Queryable, contactId: string): Promise<ContactErasure> {
    if (!(await this.contacts.byId(on, contactId))) throw new RetentionError('not-found', 'No such contact');
    const reports = await this.retention.reportsOf(on, contactId);
    const held = reports.filter(({ isHeld }) => isHeld);
    const open = reports.filter(({ isHeld, isOver }) => !isHeld && !isOver);
    return {
      erased: reports.filter(({ isHeld, isOver }) => !isHeld && isOver),
      held,
      open,
      isNameErased: held.length === 0 && open.length === 0,
    };
  }
}
