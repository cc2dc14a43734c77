import { Injectable } from '@nestjs/common';
import { Database, RetentionRepository, SettingRepository, type ReportKind } from '@app/database';
import { RETENTION_KINDS, type RetentionKind, type RetentionSettings } from '@app/report-model';
import { ErasePeopleService } from './erase-people.service.js';
import { dueOf, EVENTS_ERASED_TO } from './erase-events.js';
import { contactLimitsOf, limitOf } from './retention-limits.js';

/** Counting stops here: screens say "more than". */
const COUNTED = 1_000;
const EXAMPLES = 5;

/** What one rule would erase now. */
export interface RetentionPreview {
  readonly kind: RetentionKind;
  readonly count: number;
  /** There are more. */
  readonly isCut: boolean;
  /** Old enough, but kept: on legal hold. */
  readonly held: number;
  /** Saved views that look for these people, and go with them. */
  readonly views: number;
  readonly examples: readonly { readonly id: string; readonly ticketCode: string; readonly at: string }[];
}

/** What a run by these settings would erase, enabled or not. Changes nothing. */
@Injectable()
export class PreviewRetentionService {
  constructor(
    private readonly retention: RetentionRepository,
    private readonly people: ErasePeopleService,
    private readonly settings: SettingRepository,
    private readonly database: Database,
  ) {}

  async preview(given: RetentionSettings, now: Date): Promise<RetentionPreview[]> {
    const previews: RetentionPreview[] = [];
    for (const kind of RETENTION_KINDS) previews.push(await this.one(kind, given, now));
    return previews;
  }

  private async one(kind: RetentionKind, given: RetentionSettings, now: Date): Promise<RetentionPreview> {
    const before = limitOf(given, kind, now);
    if (kind === 'contents' || kind === 'attachments' || kind === 'spam') return this.reports(kind, before);
    if (kind === 'raw-events') return this.events(before);
    if (kind === 'contacts') {
      const rules = { ...given.rules, contacts: { ...given.rules.contacts, isEnabled: true } };
      const limits = contactLimitsOf({ ...given, rules }, now);
      const due = await this.retention.contacts(limits, null, COUNTED + 1);
      const free = due.filter(({ isHeld }) => !isHeld).map(({ id }) => id);
      return { ...counted(kind, due), views: (await this.people.viewsAbout(this.database, free)).length };
    }
    if (kind === 'quarantine') {
      return counted(kind, await this.retention.setAside(before, '0', COUNTED + 1));
    }
    const count = await this.retention.countLog(kind, before, COUNTED + 1);
    return { kind, count: Math.min(count, COUNTED), isCut: count > COUNTED, held: 0, views: 0, examples: [] };
  }

  private async reports(kind: ReportKind, before: Date): Promise<RetentionPreview> {
    const due = await this.retention.reports(kind, before, null, COUNTED + 1);
    const free = due.filter(({ isHeld }) => !isHeld);
    const examples = free.slice(0, EXAMPLES).map(({ id, ticketCode, at }) => ({ id, ticketCode, at }));
    return { ...counted(kind, due), examples };
  }

  private async events(before: Date): Promise<RetentionPreview> {
    const after = (await this.settings.some([EVENTS_ERASED_TO]))[EVENTS_ERASED_TO];
    const events = await this.retention.events(before, String(after ?? 0), COUNTED + 1);
    return counted(
      'raw-events',
      dueOf(events),
      events.length > COUNTED && events.every(({ isOld }) => isOld),
    );
  }
}

function counted(
  kind: RetentionKind,
  due: readonly { readonly isHeld: boolean }[],
  isCut = due.length > COUNTED,
): RetentionPreview {
  const held = due.filter(({ isHeld }) => isHeld).length;
  return { kind, count: Math.min(due.length - held, COUNTED), isCut, held, views: 0, examples: [] };
}
