import { Injectable } from '@nestjs/common';
import {
  ChangeFeedRepository,
  ErasureRepository,
  MessageChangeRepository,
  SavedViewRepository,
  type AuditEntry,
  type Queryable,
  type SavedViewRow,
} from '@app/database';
import { viewsAbout } from './views-about.js';

/** Erases who people are: their accounts, and the views that colleagues have saved to look for them. */
@Injectable()
export class ErasePeopleService {
  constructor(
    private readonly erasure: ErasureRepository,
    private readonly views: SavedViewRepository,
    private readonly timeline: MessageChangeRepository,
    private readonly changes: ChangeFeedRepository,
  ) {}

  async viewsAbout(on: Queryable, contactIds: readonly string[]): Promise<SavedViewRow[]> {
    const views = await this.views.all(on);
    return views.length === 0 ? [] : viewsAbout(views, await this.erasure.identifiersOf(on, contactIds));
  }

  async erase(tx: Queryable, contactIds: readonly string[]): Promise<void> {
    const views = await this.viewsAbout(tx, contactIds);
    await this.views.removeAll(
      tx,
      views.map(({ id }) => id),
    );
    await this.erasure.eraseContacts(tx, contactIds);
  }

  /** At a person's request: these reports, and with the last of them who they are and what of them was never read. */
  async eraseRequested(
    tx: Queryable,
    actor: AuditEntry['actor'],
    contactId: string,
    reportIds: readonly string[],
    isNameErased: boolean,
  ): Promise<void> {
    await this.erasure.eraseContents(tx, reportIds);
    await this.erasure.eraseMedia(tx, reportIds);
    if (isNameErased) {
      await this.erasure.eraseEventsOf(tx, [contactId]);
      const setAside = await this.erasure.setAsideOf(tx, [contactId]);
      await this.erasure.eraseSetAside(tx, setAside, 'erased unread: the person asked for it');
      await this.erase(tx, [contactId]);
    }
    const entry = { kind: 'erased', actorKind: actor.kind, actorId: actor.id, data: { what: 'request' } };
    await this.timeline.appendTimeline(
      tx,
      reportIds.map((reportId) => ({ reportId, ...entry })),
    );
    await this.changes.append(
      tx,
      reportIds.map((entityId) => ({ topic: 'report' as const, entityId, kind: 'erased' })),
    );
  }
}
