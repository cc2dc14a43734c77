import { Injectable } from '@nestjs/common';
import { type Actor, userIdOf } from '@app/accounts';
import {
  AuditRepository,
  ChangeFeedRepository,
  ContactRepository,
  Database,
  MessageChangeRepository,
  newId,
  type MovedReport,
  type Queryable,
} from '@app/database';
import { CaseworkError } from './casework-error.js';

/**
 * One person over several channels. Nothing is thrown away: the accounts move from one contact to the other, the empty
 * contact stays, and undoing moves the same accounts back with everything that was written with them since.
 */
@Injectable()
export class MergeContactsService {
  constructor(
    private readonly database: Database,
    private readonly contacts: ContactRepository,
    private readonly timeline: MessageChangeRepository,
    private readonly audit: AuditRepository,
    private readonly changeFeed: ChangeFeedRepository,
  ) {}

  /** @returns the merge's id. @throws CaseworkError `not-found`, `contact-not-mergeable` */
  async merge(actor: Actor, keptId: string, mergedId: string, reason: string | null): Promise<string> {
    return this.database.transaction(async (tx) => {
      const found = await this.contacts.lock(tx, [keptId, mergedId]);
      if (found.length !== 2) throw new CaseworkError('not-found', 'There are no two such contacts');
      const identityIds = (await this.contacts.identities(tx, [mergedId])).map(({ id }) => id);
      if (identityIds.length === 0) {
        throw new CaseworkError(
          'contact-not-mergeable',
          'This contact has no accounts: it was merged already',
        );
      }
      const id = newId();
      const userId = userIdOf(actor);
      await this.contacts.insertMerge(tx, { id, keptId, mergedId, userId, reason, identityIds });
      const moved = await this.contacts.moveIdentities(tx, identityIds, keptId);
      const other = found.find((contact) => contact.id === keptId);
      await this.note(tx, actor, 'contacts-merged', { mergeId: id, keptId, mergedId }, moved, {
        with: other?.displayName ?? '',
        reason,
      });
      return id;
    });
  }

  /** @throws CaseworkError `not-found`; `contact-not-mergeable` when a later merge took the accounts further */
  async undo(actor: Actor, mergeId: string): Promise<void> {
    await this.database.transaction(async (tx) => {
      const merge = await this.contacts.openMerge(tx, mergeId);
      if (!merge) throw new CaseworkError('not-found', 'There is no such merge, or it was undone');
      await this.contacts.lock(tx, [merge.keptId, merge.mergedId]);
      const here = new Set((await this.contacts.identities(tx, [merge.keptId])).map(({ id }) => id));
      if (!merge.identityIds.every((id) => here.has(id))) {
        throw new CaseworkError(
          'contact-not-mergeable',
          'These accounts were merged once more since then: undo the later merge first',
        );
      }
      await this.contacts.markUndone(tx, mergeId, userIdOf(actor));
      const moved = await this.contacts.moveIdentities(tx, merge.identityIds, merge.mergedId);
      const { keptId, mergedId } = merge;
      await this.note(tx, actor, 'contacts-separated', { mergeId, keptId, mergedId }, moved, {});
    });
  }

  private async note(
    tx: Queryable,
    actor: Actor,
    kind: 'contacts-merged' | 'contacts-separated',
    subject: { readonly mergeId: string; readonly keptId: string; readonly mergedId: string },
    reports: readonly MovedReport[],
    data: Record<string, unknown>,
  ): Promise<void> {
    const entry = { kind, actorKind: actor.kind, actorId: actor.id, data: { ...subject, ...data } };
    await this.timeline.appendTimeline(
      tx,
      reports.map(({ id }) => ({ reportId: id, ...entry })),
    );
    await this.audit.append(tx, {
      actor: { kind: actor.kind, id: actor.id },
      action: kind,
      subject: `contact:${subject.keptId}`,
      data: { ...subject, reports: reports.length },
    });
    await this.changeFeed.append(
      tx,
      reports.map(({ id, agencyId }) => ({ topic: 'report', entityId: id, kind: 'changed', agencyId })),
    );
  }
}
