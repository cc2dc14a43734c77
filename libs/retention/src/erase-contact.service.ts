import { Injectable } from '@nestjs/common';
import type { Actor } from '@app/accounts';
import {
  AuditRepository,
  ContactRepository,
  Database,
  ErasureRepository,
  ErasureRequestRepository,
  LegalHoldRepository,
  newId,
  RetentionRepository,
  type ContactReport,
  type Queryable,
} from '@app/database';
import { ErasePeopleService } from './erase-people.service.js';
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
  /** Ids of events in quarantine that come from this person or name their account; they go with the name. */
  readonly setAside: readonly string[];
  /** Names of saved views that look for this person; they go with the name. */
  readonly views: readonly string[];
}

/** The right to erasure: everything of one person, at once. */
@Injectable()
export class EraseContactService {
  constructor(
    private readonly database: Database,
    private readonly contacts: ContactRepository,
    private readonly retention: RetentionRepository,
    private readonly erasure: ErasureRepository,
    private readonly people: ErasePeopleService,
    private readonly holds: LegalHoldRepository,
    private readonly requests: ErasureRequestRepository,
    private readonly audit: AuditRepository,
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
      await this.people.eraseRequested(tx, actor, contactId, ids, plan.isNameErased);
      await this.requests.insert(tx, {
        id: newId(),
        at: new Date(),
        contactId,
        isNameErased: plan.isNameErased,
        reportIds: ids,
      });
      await this.audit.append(tx, {
        actor,
        action: 'contact-erased',
        subject: `contact:${contactId}`,
        data: {
          erased: ids.length,
          held: plan.held.length,
          open: plan.open.length,
          isNameErased: plan.isNameErased,
          setAside: plan.setAside.length,
          views: plan.views.length,
          reason,
        },
      });
      return plan;
    });
  }

  private async plan(on: Queryable, contactId: string): Promise<ContactErasure> {
    if (!(await this.contacts.byId(on, contactId))) throw new RetentionError('not-found', 'No such contact');
    const reports = await this.retention.reportsOf(on, contactId);
    const held = reports.filter(({ isHeld }) => isHeld);
    const open = reports.filter(({ isHeld, isOver }) => !isHeld && !isOver);
    const isNameErased = held.length === 0 && open.length === 0;
    const views = isNameErased ? await this.people.viewsAbout(on, [contactId]) : [];
    return {
      erased: reports.filter(({ isHeld, isOver }) => !isHeld && isOver),
      held,
      open,
      isNameErased,
      setAside: isNameErased ? await this.erasure.setAsideOf(on, [contactId]) : [],
      views: views.map(({ name }) => name),
    };
  }
}
