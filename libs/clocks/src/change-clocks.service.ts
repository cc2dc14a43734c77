import { Injectable } from '@nestjs/common';
import { refuseStale, versionOf, type Actor } from '@app/accounts';
import {
  AuditRepository,
  ChangeFeedRepository,
  ClockRepository,
  Database,
  SettingRepository,
} from '@app/database';
import { checkClockRules, clockSetOf, type ClockSet } from './clock-set.js';
import { dueDates, ReadClocksService } from './read-clocks.service.js';

/** Open reports are counted anew up to this one; absent when all are. */
export const RECOUNTED_TO_SETTING = 'clocksRecountedTo';
const FROM_THE_BEGINNING = '00000000-0000-0000-0000-000000000000';
const BATCH = 500;

/** An admin changes calendar, working days and service levels; open reports follow. */
@Injectable()
export class ChangeClocksService {
  constructor(
    private readonly database: Database,
    private readonly settings: SettingRepository,
    private readonly reader: ReadClocksService,
    private readonly clocks: ClockRepository,
    private readonly audit: AuditRepository,
    private readonly changes: ChangeFeedRepository,
  ) {}

  /**
   * Stores the rules, and has the worker count the deadlines of open reports anew.
   * @param version of the rules that the admin changed
   * @throws EditConflictError when they are others by now
   * @throws ClockRulesError when a day stands in a wrong year, or a level or year twice
   */
  async replace(actor: Actor, given: ClockSet, version: string): Promise<void> {
    const { years, levels, weekdays } = checkClockRules(given);
    await this.database.transaction(async (tx) => {
      await this.settings.lockFor(tx, 'clock-rules');
      const before = await this.reader.rules(tx);
      refuseStale(version, versionOf(clockSetOf(before)));
      await this.settings.set(tx, 'calendar', years);
      await this.settings.set(tx, 'serviceLevels', levels);
      await this.settings.set(tx, 'workingWeekdays', weekdays);
      await this.settings.set(tx, RECOUNTED_TO_SETTING, FROM_THE_BEGINNING);
      await this.audit.append(tx, {
        actor,
        action: 'clock-rules-changed',
        subject: 'clock-rules',
        data: whatChanged(before, { years, levels, weekdays }),
      });
      await this.changes.append(tx, [{ topic: 'settings', entityId: 'clock-rules', kind: 'changed' }]);
    });
  }

  /** Counts open reports anew after a change, batch by batch; what a stop interrupts goes on where it was. */
  async recount(): Promise<void> {
    while (await this.database.transaction((tx) => this.recountBatch(tx)));
  }

  /** @returns whether more may be left */
  private async recountBatch(tx: Parameters<ClockRepository['setDue']>[0]): Promise<boolean> {
    const after = await this.settings.lock(tx, RECOUNTED_TO_SETTING);
    if (typeof after !== 'string') return false;
    const reports = await this.clocks.openAfter(tx, after, BATCH);
    const rules = await this.reader.rules(tx);
    await this.clocks.setDue(
      tx,
      reports.map((report) => ({ id: report.id, ...dueDates(report, rules) })),
    );
    const last = reports.at(-1);
    if (last && reports.length === BATCH) await this.settings.set(tx, RECOUNTED_TO_SETTING, last.id);
    else await this.settings.remove(tx, RECOUNTED_TO_SETTING);
    return reports.length === BATCH;
  }
}

/** For the audit: which years and levels are others now. */
function whatChanged(before: ClockSet, after: ClockSet): Record<string, unknown> {
  const differ = <Item>(from: readonly Item[], to: readonly Item[]): readonly Item[] => {
    const known = new Set(from.map((item) => JSON.stringify(item)));
    return to.filter((item) => !known.has(JSON.stringify(item)));
  };
  return {
    years: differ(before.years, after.years).map(({ year }) => year),
    levels: differ(before.levels, after.levels),
    removedLevels: differ(after.levels, before.levels),
    weekdays: after.weekdays,
  };
}
